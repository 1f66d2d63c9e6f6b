import type { LevelOfAssurance } from "../../domain/level-of-assurance.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { PortalAnswer, PortalSession } from "../../domain/portal-answer.ts";

/** A message for the portal, by either binding: the browser is sent to `url`, or posts `fields` to `action`. */
export interface PortalMessage {
  /** ID of the message, to be told by the answer. Never given twice. */
  id: string;
  issuedAt: IsoInstant;
  /** HTTP-POST: where the form goes, and its hidden fields. */
  action: string;
  fields: { SAMLRequest: string; RelayState?: string };
  /** HTTP-Redirect: 5 to 6 kB long, as NIA wants the signature inside. */
  url: string;
}

/** A request that waits for its answer, as it was when it was made. */
export interface AskedAuthentication {
  requestId: string;
  askedAt: IsoInstant;
  /** The level that was asked for. */
  level: LevelOfAssurance;
}

/** NIA's portal as its own signed metadata describe it. */
export interface PortalMetadata {
  /** PEM; two while the portal changes from one to the other. */
  signingCertificates: string[];
  /** Where the document says so: to be used no longer than that. */
  validUntil?: IsoInstant;
}

/**
 * The service provider towards NIA's portal: SAML 2.0 Web Browser SSO (nia-saml.md, A). It decides what a message says
 * and whether it is to be believed; that each request and each assertion counts once is the caller's conditional write.
 */
export interface ServiceProvider {
  /** Asks who the person at the browser is: always a new login, at the level of the settings. */
  authenticationRequest(options?: { relayState?: string }): Promise<PortalMessage & AskedAuthentication>;

  /**
   * Reads `SAMLResponse` of a form that a browser posted. Throws `PortalAnswerInvalid` with the reason for the audit:
   * then it is evidence of nothing, neither of a login nor of a refusal, and no request is used up.
   *
   * `asked`: the open requests of this very browser; the answer has to be to one of them. `certificates`: PEM, those of
   * `PortalMetadata`; nothing else is believed, none once it has ended, and with none every answer is refused.
   */
  readAnswer(
    samlResponse: string,
    terms: { asked: readonly AskedAuthentication[]; certificates: readonly string[] },
  ): Promise<PortalAnswer>;

  /** Asks the portal to end its own session. */
  logoutRequest(session: PortalSession, options?: { relayState?: string }): Promise<PortalMessage>;

  /**
   * Reads the answer to a logout, by POST (`SAMLResponse` as it came) or Redirect (deflated). NIA does not sign it, so it
   * may change nothing but the page that is shown. Throws `PortalAnswerInvalid`.
   */
  readLogoutAnswer(
    samlResponse: string,
    terms: { requestId: string; binding: "post" | "redirect" },
  ): { loggedOut: boolean };

  /** Our own metadata, signed, with each certificate that may sign or be encrypted to at the moment. */
  ownMetadata(): Promise<string>;

  /**
   * Reads the portal's metadata as they were downloaded: signed by a certificate of its organization that a pinned
   * authority issued, valid now. Throws `PortalMetadataInvalid`.
   */
  readMetadata(xml: string): PortalMetadata;
}
