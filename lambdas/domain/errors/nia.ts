import { DomainError } from "./domain-error.ts";

/** A call of NIA that did not go well, with the gateway's number of it (CorrelationID) where it gave one. */
export abstract class NiaError extends DomainError {
  readonly correlationId?: string;
  constructor(message: string, correlationId?: string) {
    super(message);
    if (correlationId !== undefined) this.correlationId = correlationId;
  }
}
export class NiaUnavailable extends NiaError {
  override readonly name = "NiaUnavailable";
}
export class NiaOutcomeUnknown extends NiaError {
  override readonly name = "NiaOutcomeUnknown";
}
export class NiaRefused extends NiaError {
  override readonly name = "NiaRefused";
}
export class NiaReplyInvalid extends NiaError {
  override readonly name = "NiaReplyInvalid";
}
export class PersonNotFound extends NiaError {
  override readonly name = "PersonNotFound";
}
export class PersonAmbiguous extends NiaError {
  override readonly name = "PersonAmbiguous";
}
