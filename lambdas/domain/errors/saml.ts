import type { PortalAnswerFault } from "../portal-answer.ts";
import { DomainError } from "./domain-error.ts";

/** An answer of NIA's portal that is not to be believed; the message says what for, in codes. */
export class PortalAnswerInvalid extends DomainError {
  override readonly name = "PortalAnswerInvalid";
  readonly fault: PortalAnswerFault;
  constructor(fault: PortalAnswerFault, detail: string = fault) {
    super(detail);
    this.fault = fault;
  }
}
/** Nothing usable is known of NIA's portal yet, or no longer. */
export class PortalUnavailable extends DomainError {
  override readonly name = "PortalUnavailable";
}
/** A browser alone can go to NIA's portal and back: an app's token can't. */
export class BrowserNeeded extends DomainError {
  override readonly name = "BrowserNeeded";
}
export class PortalMetadataInvalid extends DomainError {
  override readonly name = "PortalMetadataInvalid";
}
/** A SAML message that is not provably of whom it says, of now and for us. Says which check failed, never a content. */
export class SamlMessageRefused extends DomainError {
  override readonly name = "SamlMessageRefused";
}
/** A login to a government service that was answered already, or took too long: it begins anew at the service. */
export class ServiceLoginOver extends DomainError {
  override readonly name = "ServiceLoginOver";
}
/** Something has changed since the user saw what is asked: it has to be looked at again. */
export class ServiceLoginStale extends DomainError {
  override readonly name = "ServiceLoginStale";
}
