import type { CertificateFault } from "./client-certificate.ts";
import { DomainError } from "./errors/domain-error.ts";

export { DomainError };
export * from "./errors/helpdesk.ts";
export * from "./errors/nia.ts";
export * from "./errors/saml.ts";

/** A record was changed by someone else since it was read. */
export class Conflict extends DomainError {
  override readonly name = "Conflict";
}
export class NotFound extends DomainError {
  override readonly name = "NotFound";
}

export class DataBoxUnavailable extends DomainError {
  override readonly name = "DataBoxUnavailable";
}
export class DataBoxRefused extends DomainError {
  override readonly name = "DataBoxRefused";
}
/** This message can't be had yet; others may. */
export class MessageNotReady extends DomainError {
  override readonly name = "MessageNotReady";
}
/** This message will never be had this way. */
export class MessageRefused extends DomainError {
  override readonly name = "MessageRefused";
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
/** The account has keys, but each may have a copy: only a reset or the helpdesk helps. */
export class NoUsableKey extends DomainError {
  override readonly name = "NoUsableKey";
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

/** A field for the log: one that is unknown may be named anything, so its name stays out. */
const told = ({ pointer, code }: InvalidField): string =>
  code === "unknown" ? "a field that is unknown" : `${pointer}: ${code}`;

/** What was sent does not fit; each field by JSON pointer. */
export class InvalidInput extends DomainError {
  override readonly name = "InvalidInput";
  readonly fields: readonly InvalidField[];
  constructor(fields: readonly InvalidField[]) {
    super(fields.map(told).join(", "));
    this.fields = fields;
  }
}
export interface InvalidField {
  /** RFC 6901, from the root of the body (empty: the body itself); `?name` of the query; `{name}` of the path. */
  pointer: string;
  code:
    | "missing"
    | "unknown"
    | "malformed"
    | "too-short"
    | "too-long"
    | "common-password"
    | "own-name"
    /** The value that is there already. */
    | "unchanged"
    | "not-a-real-date"
    /** In the future, or too long ago. */
    | "untimely";
}
export class BodyTooLarge extends DomainError {
  override readonly name = "BodyTooLarge";
}
export class MediaTypeRefused extends DomainError {
  override readonly name = "MediaTypeRefused";
}
export class OriginRefused extends DomainError {
  override readonly name = "OriginRefused";
}
/** As often as it may be, for now; the message is the name of the limit. */
export class TooManyRequests extends DomainError {
  override readonly name = "TooManyRequests";
  readonly retryAfterSeconds: number;
  /** False where it is not known how often it was, for the counter does not answer. */
  readonly counted: boolean;
  constructor(limit: string, retryAfterSeconds: number, counted = true) {
    super(limit);
    this.retryAfterSeconds = retryAfterSeconds;
    this.counted = counted;
  }
}
export class NotLoggedIn extends DomainError {
  override readonly name = "NotLoggedIn";
}
/** The message is the purpose that has to be confirmed. */
export class ConfirmationNeeded extends DomainError {
  override readonly name = "ConfirmationNeeded";
}
/** What needs the password was asked for in a session that a certificate opened. */
export class CertificateNotEnough extends DomainError {
  override readonly name = "CertificateNotEnough";
}
/** A certificate that can't be registered or logged in with. */
export class CertificateRefused extends DomainError {
  override readonly name = "CertificateRefused";
  readonly fault: CertificateFault;
  constructor(fault: CertificateFault) {
    super(fault);
    this.fault = fault;
  }
}
/** A certificate opens one account at most. */
export class CertificateTaken extends DomainError {
  override readonly name = "CertificateTaken";
}
/** The code that hands a certificate login over is unknown, used, too old, or another browser's. */
export class HandoverRefused extends DomainError {
  override readonly name = "HandoverRefused";
}
/** Something that a key confirms was asked for in an account without one. */
export class SecurityKeyMissing extends DomainError {
  override readonly name = "SecurityKeyMissing";
}
/** Wrong username, e-mail or password: never which. */
export class CredentialsWrong extends DomainError {
  override readonly name = "CredentialsWrong";
}
export class PasswordBlocked extends DomainError {
  override readonly name = "PasswordBlocked";
}
export class PinWrong extends DomainError {
  override readonly name = "PinWrong";
}
/** Too many wrong PINs, or the time is over: begin again. */
export class PinUsedUp extends DomainError {
  override readonly name = "PinUsedUp";
}
/** The link of a mail is over, was used, or never was one: begin again. */
export class LinkUsedUp extends DomainError {
  override readonly name = "LinkUsedUp";
}
export class UsernameTaken extends DomainError {
  override readonly name = "UsernameTaken";
}
/** The message is the field that the registry owns. */
export class FieldLocked extends DomainError {
  override readonly name = "FieldLocked";
}
export class KeyAlreadyAdded extends DomainError {
  override readonly name = "KeyAlreadyAdded";
}
/** The account has as many keys as it may. */
export class TooManyKeys extends DomainError {
  override readonly name = "TooManyKeys";
}
/** The message names the points of the checklist that do not hold. */
export class ChecklistIncomplete extends DomainError {
  override readonly name = "ChecklistIncomplete";
}
export class KeyNotLinkable extends DomainError {
  override readonly name = "KeyNotLinkable";
}
export class KeysNotConfirmed extends DomainError {
  override readonly name = "KeysNotConfirmed";
}
export class VerificationOpen extends DomainError {
  override readonly name = "VerificationOpen";
}
/** The verification is not in a state that allows it; the message says actual and expected. */
export class WrongState extends DomainError {
  override readonly name = "WrongState";
}
/** The data changed since the table was shown. */
export class ComparisonStale extends DomainError {
  override readonly name = "ComparisonStale";
}
/** The registry's person belongs to another account, or is not the one linked before. */
export class PseudonymTaken extends DomainError {
  override readonly name = "PseudonymTaken";
}
export class KeyRefused extends DomainError {
  override readonly name = "KeyRefused";
}
/** A newer execution works on the verification: this one leaves it alone. */
export class Superseded extends DomainError {
  override readonly name = "Superseded";
}
/** Another one tells NIA of this record right now. */
export class AuthenticatorBusy extends DomainError {
  override readonly name = "AuthenticatorBusy";
}
/** NIA says that it has no record of a key that it had registered. */
export class RecordMissing extends DomainError {
  override readonly name = "RecordMissing";
}
