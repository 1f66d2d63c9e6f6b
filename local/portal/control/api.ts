import * as z from "zod";
import type { PortalContext } from "../portal-context.ts";
import { faultWish } from "./faults.ts";

export interface ControlReply {
  readonly status: number;
  readonly value: unknown;
}

type Handler = (context: PortalContext, input: unknown) => unknown;

const outageWish = z.strictObject({ on: z.stringbool().or(z.boolean()) });
const hubWish = z.strictObject({ binding: z.enum(["post", "redirect"]) });
const clockWish = z.strictObject({ seconds: z.coerce.number().int().min(-86_400).max(86_400) });
const certificatesWish = z.strictObject({ step: z.enum(["announce", "switch", "retire"]) });

/** The API by which tests and the page work the portal. Nothing of it exists at the real one. */
const handlers: Readonly<Record<string, Handler>> = {
  "GET /_sim/received": ({ received }) => received.list(),
  "GET /_sim/sessions": ({ sessions }) =>
    sessions.list().map(({ residentId, level }) => ({ residentId, level })),
  "GET /_sim/faults": ({ trouble }) => trouble.waiting(),
  "POST /_sim/faults": ({ trouble }, input) => {
    trouble.ask(faultWish.parse(input));
    return trouble.waiting();
  },
  "DELETE /_sim/faults": ({ trouble }) => {
    trouble.clear();
    return trouble.waiting();
  },
  "POST /_sim/outage": ({ trouble }, input) => {
    trouble.outage = outageWish.parse(input).on;
    return { on: trouble.outage };
  },
  "POST /_sim/certificates": async ({ keys }, input) => {
    await keys.step(certificatesWish.parse(input).step);
    return { announced: keys.keys.announced.length, signing: keys.keys.signing };
  },
  "POST /_sim/clock": ({ trouble }, input) => {
    trouble.clockSeconds = clockWish.parse(input).seconds;
    return { seconds: trouble.clockSeconds };
  },
  "POST /_sim/hub": ({ hub }, input) => {
    const { binding } = hubWish.parse(input);
    if (hub !== undefined) hub.binding = binding;
    return { binding: hub?.binding };
  },
  "POST /_sim/reset": ({ trouble, received, sessions, logins }) => {
    trouble.clear();
    trouble.outage = false;
    trouble.clockSeconds = 0;
    received.clear();
    sessions.clear();
    logins.clear();
    return {};
  },
};

/** Carries out a control request; input that does not fit is told with the paths of what is wrong. */
export async function control(context: PortalContext, name: string, input: unknown): Promise<ControlReply> {
  const handler = handlers[name];
  if (handler === undefined) return { status: 404, value: { error: "There is no such control." } };
  try {
    return { status: 200, value: await handler(context, input) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map((issue) => ({ path: issue.path.join("/"), message: issue.message }));
    return { status: 400, value: { error: "The input is not valid.", fields } };
  }
}
