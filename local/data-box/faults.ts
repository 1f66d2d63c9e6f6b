import * as z from "zod";
import { isStatusCode } from "./status.ts";

/** Everything that can be made to go wrong between a client and ISDS (isds.md, 9). */
export const faultKinds = {
  maintenance: "503 with a SOAP Fault in Czech",
  unauthorized: "401 whatever the password",
  "login-redirect": "302 to /as/login, as a portal host answers a lost session",
  throttle: "each call waits 3 s (delayMs), a parallel one is then refused by 3008",
  status: "the status code given in `code`",
  "no-stamp": "0005: signed, without a time stamp",
  html: "an HTML error page with 200",
  doctype: "a DOCTYPE before the SOAP envelope",
  truncated: "XML cut in the middle",
  disconnected: "the connection ends in the middle of the answer",
  "slow-drip": "the answer in 20 pieces, delayMs apart",
  "duplicate-across-pages": "a later page begins with the last message of the one before",
  "arrival-between-pages": "a message arrives right after each list",
  "absent-fields": "fields without a value left out instead of nil",
} as const;

export type FaultKind = keyof typeof faultKinds;

export const faultSchema = z.strictObject({
  kind: z.enum(Object.keys(faultKinds) as [FaultKind, ...FaultKind[]]),
  /** Only for calls of this operation. */
  operation: z.string().optional(),
  /** For so many calls; without it until it is cleared. */
  times: z.int().min(1).optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  code: z.string().refine(isStatusCode).optional(),
});
export type Fault = z.infer<typeof faultSchema>;

/** The faults switched on now. */
export interface FaultBoard {
  readonly active: () => readonly Fault[];
  set(fault: Fault): void;
  clear(): void;
  /** The fault of this kind if it is to happen to this call; counts the call. */
  take(kind: FaultKind, operation: string): Fault | undefined;
}

export function makeFaultBoard(): FaultBoard {
  let faults: Fault[] = [];
  return {
    active: () => faults,
    set: (fault) => void faults.push({ ...fault }),
    clear: () => void (faults = []),
    take(kind, operation) {
      const fault = faults.find(
        (one) => one.kind === kind && (one.operation === undefined || one.operation === operation),
      );
      if (fault?.times !== undefined) {
        fault.times -= 1;
        if (fault.times === 0) faults = faults.filter((one) => one !== fault);
      }
      return fault;
    },
  };
}
