import {
  type DomainError,
  NiaOutcomeUnknown,
  NiaRefused,
  NiaReplyInvalid,
  NiaUnavailable,
  PersonAmbiguous,
  PersonNotFound,
} from "../../domain/errors.ts";

/** What a call is for: a write may have changed something at NIA once the request is out. */
export type Purpose = "token" | "question" | "write";

/**
 * When the same call may be made again: `at-once`, one time, by this client itself, with new tokens; `later`, after a
 * pause, by whoever called; `never`, because the answer will be the same.
 */
export type Again = "at-once" | "later" | "never";

type NiaError = new (message: string, correlationId?: string) => DomainError;

interface FailureRule {
  /** Of the layers of nia-soap.md, 9; `ours` before anything went out, `check` where a reply is not what it has to be. */
  layer: "ours" | "transport" | "SOAP fault" | "gateway fault" | "GovTalk error" | "transaction" | "check";
  /** What is thrown; of a write only where that differs. */
  thrown: NiaError;
  ofWrite?: NiaError;
  again: Again;
}

/**
 * The one table of how a call to NIA fails. A write whose request may have reached the transaction has an unknown
 * outcome; whatever failed before that, or was turned away at the door, did nothing.
 */
export const failures = {
  // no usable key, secret that can't be read, text that can't be sent
  "not-made": { layer: "ours", thrown: NiaUnavailable, again: "later" },
  // name, connection or TLS failed: no byte of the request went out
  "not-connected": { layer: "transport", thrown: NiaUnavailable, again: "at-once" },
  // timed out, connection broke, HTTP 3xx or 5xx without a fault
  "no-answer": { layer: "transport", thrown: NiaUnavailable, ofWrite: NiaOutcomeUnknown, again: "later" },
  // HTTP 4xx without a fault: IIS turned it away
  "not-taken": { layer: "transport", thrown: NiaUnavailable, again: "later" },
  // fault in a namespace of WS-Security or WS-Trust: token, key or clock, before the transaction
  "proof-refused": { layer: "SOAP fault", thrown: NiaUnavailable, again: "at-once" },
  // any other fault of an STS: it wants another request, or a setting of ours is wrong
  "token-refused": { layer: "SOAP fault", thrown: NiaUnavailable, again: "later" },
  // fault with code Receiver
  "service-broke": {
    layer: "SOAP fault",
    thrown: NiaUnavailable,
    ofWrite: NiaOutcomeUnknown,
    again: "later",
  },
  // fault with code Sender
  "request-refused": { layer: "SOAP fault", thrown: NiaRefused, again: "never" },
  // GGErrorException
  "gateway-refused": { layer: "gateway fault", thrown: NiaRefused, again: "never" },
  // GovTalkErrors that is not nil
  "submission-refused": { layer: "GovTalk error", thrown: NiaRefused, again: "never" },
  // "General Error. See log for more details"
  "transaction-broke": {
    layer: "transaction",
    thrown: NiaUnavailable,
    ofWrite: NiaOutcomeUnknown,
    again: "later",
  },
  // any other Status than OK without a meaning of its own
  "transaction-refused": { layer: "transaction", thrown: NiaRefused, again: "never" },
  "nobody-found": { layer: "transaction", thrown: PersonNotFound, again: "never" },
  "several-found": { layer: "transaction", thrown: PersonAmbiguous, again: "never" },
  // no evidence of anything: not ours, not of now, not signed, not well-formed, too large …
  "reply-invalid": { layer: "check", thrown: NiaReplyInvalid, again: "later" },
} as const satisfies Record<string, FailureRule>;

export type FailureKind = keyof typeof failures;

export interface FailureDetails {
  /** Which call, and codes of what happened: never a text of NIA's, which may name a person. */
  message: string;
  correlationId?: string | undefined;
}

/** The domain's error for a failure, by the table. */
export const failureAs = (
  kind: FailureKind,
  purpose: Purpose,
  { message, correlationId }: FailureDetails,
): DomainError => {
  const { thrown, ofWrite }: FailureRule = failures[kind];
  const Thrown = purpose === "write" ? (ofWrite ?? thrown) : thrown;
  return new Thrown(message, correlationId);
};

/** A call that failed, before it is told to the domain. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  readonly kind: FailureKind;
  readonly purpose: Purpose;
  readonly correlationId: string | undefined;
  constructor(kind: FailureKind, purpose: Purpose, { message, correlationId }: FailureDetails) {
    super(message);
    this.kind = kind;
    this.purpose = purpose;
    this.correlationId = correlationId;
  }

  get again(): Again {
    return failures[this.kind].again;
  }

  asDomainError(): DomainError {
    return failureAs(this.kind, this.purpose, this);
  }
}
