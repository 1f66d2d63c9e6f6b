import * as z from "zod";
import type { EndpointName } from "../services/service.ts";

/** Faults that happen instead of the work. */
const before = [
  "http-503",
  "reset",
  "wcf-fault",
  "security-fault",
  "authentication-fault",
  "gateway-fault",
  "govtalk-error",
  "transaction-error",
  "hang",
] as const;
/** Faults that happen to the reply of work which was done. */
const after = [
  "drop-after-processing",
  "slow",
  "wrong-relates-to",
  "wrong-action",
  "wrong-namespace",
  "expired-timestamp",
  "no-timestamp",
  "document-type",
  "deep",
  "huge",
  "mtom",
  "forged-token",
  "other-secret",
] as const;

export const faultKinds = [...before, ...after] as const;

export const faultWish = z.strictObject({
  kind: z.enum(faultKinds),
  /** Any endpoint when left out. */
  endpoint: z.enum(["ipsts", "fpsts", "public"]).optional(),
  /** Only this transaction; then it is the submission endpoint's. */
  transaction: z.string().optional(),
  /** How many calls it happens to. */
  times: z.coerce.number().int().min(1).max(10_000).default(1),
  /** How many matching calls go well before. */
  after: z.coerce.number().int().min(0).max(10_000).default(0),
  /** For `hang` and `slow`. */
  seconds: z.coerce.number().min(0).max(3600).default(60),
  /** For `transaction-error`: the text in Detail. */
  detail: z.string().max(200).default("General Error. See log for more details"),
});

export type FaultWish = z.output<typeof faultWish>;
export type FaultKind = FaultWish["kind"];
/** A fault that happens to a good reply. */
export type SpoilingKind = (typeof after)[number];

export const spoils = (kind: FaultKind): kind is SpoilingKind => after.some((one) => one === kind);

interface WaitingFault extends FaultWish {
  times: number;
  after: number;
}

/** The faults that were asked for and have not happened yet, and the switch for an outage. */
export class Trouble {
  outage = false;
  #waiting: WaitingFault[] = [];

  ask(wish: FaultWish): void {
    this.#waiting.push({ ...wish });
  }

  /** The fault for this call, if one waits for it; it is used up. */
  next(endpoint: EndpointName, transaction: string | undefined): FaultWish | undefined {
    const fault = this.#waiting.find((one) => concerns(one, endpoint, transaction));
    if (fault === undefined) return undefined;
    if (fault.after > 0) {
      fault.after -= 1;
      return undefined;
    }
    fault.times -= 1;
    this.#waiting = this.#waiting.filter((one) => one.times > 0);
    return fault;
  }

  waiting(): readonly FaultWish[] {
    return this.#waiting;
  }

  clearFaults(): void {
    this.#waiting = [];
  }
}

const submissionOnly: readonly FaultKind[] = ["gateway-fault", "govtalk-error", "transaction-error"];
const tokensOnly: readonly FaultKind[] = ["forged-token", "other-secret"];

function concerns(fault: FaultWish, endpoint: EndpointName, transaction: string | undefined): boolean {
  if (submissionOnly.includes(fault.kind) && endpoint !== "public") return false;
  if (tokensOnly.includes(fault.kind) && endpoint === "public") return false;
  if (fault.transaction !== undefined) return fault.transaction === transaction;
  return (fault.endpoint ?? endpoint) === endpoint;
}
