import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { readBody, sendJson } from "../http-server.ts";
import { type FaultBoard, faultKinds, faultSchema } from "./faults.ts";
import { letter, presets } from "./letters.ts";
import type { Mailbox } from "./mailbox.ts";
import { type Letter, type StoredMessage, seals } from "./message.ts";
import { instantOf, pragueTime } from "./prague-time.ts";
import type { LoggedCall } from "./soap-endpoint.ts";

const letterSchema = z.strictObject({
  preset: z.enum(Object.keys(presets)).optional(),
  deliveredAt: z
    .string()
    .refine((text) => instantOf(text) !== undefined)
    .optional(),
  senderBoxId: z.string().length(7).optional(),
  sender: z.string().max(100).optional(),
  senderAddress: z.string().max(100).optional(),
  senderType: z.int().optional(),
  annotation: z.string().max(255).optional(),
  senderRefNumber: z.string().max(50).optional(),
  seal: z.enum(seals).optional(),
  large: z.boolean().optional(),
  suspicious: z.boolean().optional(),
  files: z
    .array(
      z.strictObject({
        name: z.string().max(255),
        mimeType: z.string(),
        metaType: z.enum(["main", "enclosure", "signature", "meta"]),
        contentBase64: z.base64(),
        asElement: z.boolean().default(false),
      }),
    )
    .min(1)
    .optional(),
});

export interface Controlled {
  readonly mailbox: Mailbox;
  readonly faults: FaultBoard;
  readonly calls: () => readonly LoggedCall[];
  /** Moves the simulator's clock on. */
  readonly advance: (days: number) => void;
}

/**
 * What tests and scripts steer the simulator by, no part of ISDS:
 *
 *     /_sim/faults    GET, POST one (faults.ts), DELETE all
 *     /_sim/messages  GET, POST a letter or `{"preset": …}`, DELETE all
 *     /_sim/calls     GET: what was asked and answered
 *     /_sim/clock     POST {"advanceDays": n}
 */
export async function control(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { mailbox, faults, calls, advance }: Controlled,
): Promise<void> {
  const done = (value: unknown = {}): void => sendJson(response, 200, value);
  const body = async (): Promise<unknown> => JSON.parse((await readBody(request)).toString("utf8"));
  const handlers: Record<string, () => Promise<void> | void> = {
    "GET /_sim/faults": () => done({ active: faults.active(), kinds: faultKinds }),
    "POST /_sim/faults": async () => done(faults.set(faultSchema.parse(await body()))),
    "DELETE /_sim/faults": () => done(faults.clear()),
    "GET /_sim/messages": () => done(mailbox.all().map(summary)),
    "POST /_sim/messages": async () => done({ messageIds: put(mailbox, letterSchema.parse(await body())) }),
    "DELETE /_sim/messages": () => done(mailbox.clear()),
    "GET /_sim/calls": () => done(calls()),
    "POST /_sim/clock": async () => done(advance(clockSchema.parse(await body()).advanceDays)),
  };
  const handler = handlers[`${request.method} ${path}`];
  if (handler === undefined) return sendJson(response, 404, { error: "no such control" });
  try {
    return await handler();
  } catch (error) {
    if (error instanceof z.ZodError)
      return sendJson(response, 400, { error: "invalid", issues: error.issues });
    if (error instanceof SyntaxError) return sendJson(response, 400, { error: "not JSON" });
    throw error;
  }
}

const clockSchema = z.strictObject({ advanceDays: z.number() });

function put(mailbox: Mailbox, { preset, ...given }: z.infer<typeof letterSchema>): string[] {
  const templates = presets[preset ?? ""]?.() ?? [{}];
  return templates.map((template) => {
    const { deliveredAt, ...parts } = { ...template, ...given };
    const at = deliveredAt === undefined ? undefined : instantOf(deliveredAt);
    return mailbox.put(letter(withoutUndefined(parts)), at);
  });
}

const withoutUndefined = (parts: object): Partial<Letter> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

export const summary = (message: StoredMessage) => ({
  id: message.id,
  senderBoxId: message.senderBoxId,
  annotation: message.annotation,
  state: message.state,
  seal: message.seal,
  deliveredAt: pragueTime(message.deliveredAt),
  acceptedAt: message.acceptedAt === null ? null : pragueTime(message.acceptedAt),
  files: message.files.map((file) => file.name),
});
