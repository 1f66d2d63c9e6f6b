import type { FailureKind } from "./failures.ts";

/** What can be counted and logged of the work with NIA: names, times and codes, no data and no secrets. */
export type NiaEvent =
  | {
      event: "called";
      /** IPSTS, FPSTS or the transaction's class. */
      call: string;
      messageId: string;
      milliseconds: number;
      failure?: FailureKind;
      /** How far NIA's clock is ahead of ours, by its Timestamp, else by the Date of its HTTP reply. */
      clockOffsetMs?: number;
    }
  | { event: "key-refused"; fingerprint: string }
  /** A key of the secret is none, or not of its certificate, or that is not valid now: so many are left. */
  | { event: "key-unusable"; usable: number };

export type Observe = (event: NiaEvent) => void;
