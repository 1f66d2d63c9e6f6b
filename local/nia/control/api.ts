import * as z from "zod";
import type { World } from "../world/world.ts";
import { notificationWish, tellChange } from "./change-feed.ts";
import { type Conditions, changeConditions, conditionsWish, shownConditions } from "./conditions.ts";
import { addNewcomer, newcomerWish } from "./newcomers.ts";
import type { ReceivedRequests } from "./received.ts";
import { type Trouble, faultWish } from "./trouble.ts";

export interface ControlContext {
  readonly world: World;
  readonly trouble: Trouble;
  readonly received: ReceivedRequests;
  readonly conditions: Conditions;
  /** What a reset goes back to. */
  readonly conditionsAtFirst: Readonly<Conditions>;
}

export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  /** A parsed JSON body or the fields of a form. */
  readonly input: unknown;
}

export interface ControlReply {
  readonly status: number;
  readonly value: unknown;
}

type Handler = (context: ControlContext, input: unknown) => unknown;

const outageWish = z.strictObject({ on: z.stringbool().or(z.boolean()) });

/** The API by which tests and the page work the simulator. Nothing of it exists at the real NIA. */
const handlers: Readonly<Record<string, Handler>> = {
  "GET /_sim/received": ({ received }) => received.list(),
  "GET /_sim/authenticators": ({ world }) => world.state.authenticators.map(withResident(world)),
  "GET /_sim/notifications": ({ world }) => world.state.notifications,
  "GET /_sim/residents": ({ world }) => world.people(),
  "POST /_sim/residents": ({ world }, input) => addNewcomer(world, newcomerWish.parse(input)),
  "GET /_sim/faults": ({ trouble }) => trouble.waiting(),
  "GET /_sim/conditions": ({ conditions }) => shownConditions(conditions),
  "POST /_sim/conditions": ({ conditions }, input) => {
    changeConditions(conditions, conditionsWish.parse(input));
    return shownConditions(conditions);
  },
  "GET /_sim/outage": ({ trouble }) => ({ on: trouble.outage }),
  "POST /_sim/faults": ({ trouble }, input) => {
    trouble.ask(faultWish.parse(input));
    return trouble.waiting();
  },
  "DELETE /_sim/faults": ({ trouble }) => {
    trouble.clearFaults();
    return trouble.waiting();
  },
  "POST /_sim/outage": ({ trouble }, input) => {
    trouble.outage = outageWish.parse(input).on;
    return { on: trouble.outage };
  },
  "POST /_sim/notifications": ({ world }, input) => tellChange(world, notificationWish.parse(input)),
  "POST /_sim/reset": ({ world, trouble, received, conditions, conditionsAtFirst }) => {
    world.reset();
    trouble.clearFaults();
    trouble.outage = false;
    received.clear();
    Object.assign(conditions, conditionsAtFirst);
    return {};
  },
};

const withResident =
  ({ state }: World) =>
  (authenticator: World["state"]["authenticators"][number]) => ({
    ...authenticator,
    residentId: state.pseudonyms[authenticator.bsi]?.residentId,
  });

/** Carries out a control request; input that does not fit is told with the paths of what is wrong. */
export function control(context: ControlContext, { method, path, input }: ControlRequest): ControlReply {
  const handler = handlers[`${method} ${path}`];
  if (handler === undefined) return { status: 404, value: { error: "There is no such control." } };
  try {
    return { status: 200, value: handler(context, input) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map((issue) => ({ path: issue.path.join("/"), message: issue.message }));
    return { status: 400, value: { error: "The input is not valid.", fields } };
  }
}
