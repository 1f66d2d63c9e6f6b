/**
 * How a refusal shows on the wire. The caller of the real service learns no more than this; the reason stays in the
 * simulator's list of received requests.
 */
export type RefusalKind =
  | "malformed"
  | "action"
  | "destination"
  | "addressing"
  | "not-understood"
  | "security"
  | "authentication"
  | "trust-request"
  | "trust-scope"
  | "deserialization"
  | "internal";

/** A request that is refused with a SOAP fault. `reason` is for people who look for the cause; it quotes no data. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly kind: RefusalKind;
  readonly reason: string;

  constructor(kind: RefusalKind, reason: string) {
    super(`${kind}: ${reason}`);
    this.kind = kind;
    this.reason = reason;
  }
}

/** Refuses unless the condition holds. */
export function must(condition: boolean, kind: RefusalKind, reason: string): asserts condition {
  if (!condition) throw new Refused(kind, reason);
}
