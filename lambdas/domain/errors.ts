/**
 * Everything that can go wrong and has a name. The name is literal: bundling minifies class names, and Step Functions
 * matches on it. Messages carry ids and codes only, for they reach logs and execution histories.
 */
export abstract class DomainError extends Error {
  abstract override readonly name: string;
}

/** A record was changed by someone else since it was read. */
export class Conflict extends DomainError {
  override readonly name = "Conflict";
}
export class NotFound extends DomainError {
  override readonly name = "NotFound";
}

export class NiaUnavailable extends DomainError {
  override readonly name = "NiaUnavailable";
}
export class NiaOutcomeUnknown extends DomainError {
  override readonly name = "NiaOutcomeUnknown";
}
export class NiaRefused extends DomainError {
  override readonly name = "NiaRefused";
}
export class NiaReplyInvalid extends DomainError {
  override readonly name = "NiaReplyInvalid";
}
export class PersonNotFound extends DomainError {
  override readonly name = "PersonNotFound";
}
export class PersonAmbiguous extends DomainError {
  override readonly name = "PersonAmbiguous";
}

export class DataBoxUnavailable extends DomainError {
  override readonly name = "DataBoxUnavailable";
}
export class DataBoxRefused extends DomainError {
  override readonly name = "DataBoxRefused";
}
export class SealInvalid extends DomainError {
  override readonly name = "SealInvalid";
}
export class MessageInvalid extends DomainError {
  override readonly name = "MessageInvalid";
}

export class CeremonyRefused extends DomainError {
  override readonly name = "CeremonyRefused";
}
export class KeyCloned extends DomainError {
  override readonly name = "KeyCloned";
}
export class MetadataInvalid extends DomainError {
  override readonly name = "MetadataInvalid";
}
export class MetadataRollback extends DomainError {
  override readonly name = "MetadataRollback";
}

export class ControlCodeRefused extends DomainError {
  override readonly name = "ControlCodeRefused";
}
