import type { LevelOfAssurance } from "./level-of-assurance.ts";
import type { IsoInstant, ReferenceData } from "./person.ts";

/**
 * Why an answer of NIA's portal is not believed: the reason of the audit event, in the order of the checks
 * (nia-saml.md, A10). The person at the browser hears the same for each.
 */
export const portalAnswerFaults = [
  /** Larger than it may be, or not base64. */
  "encoding",
  /** Not the XML it has to be: a DOCTYPE, a comment, another root, an ID twice … */
  "xml",
  /** Not signed as it has to be by a key of the portal's metadata. */
  "signature",
  "issuer",
  "destination",
  /** Made at another time than now. */
  "time",
  /** Answers none of the open requests of this browser. */
  "request",
  /** The status is neither success nor a refusal that SAML knows. */
  "status",
  /** Not exactly one assertion, encrypted. */
  "assertion",
  "decryption",
  "assertion-xml",
  "assertion-signature",
  "assertion-issuer",
  "subject",
  "conditions",
  "attributes",
  "level",
  /** Not one login, or one before we asked. */
  "authentication",
  /** A value that makes no sense: a day that the calendar does not have, an address that can't be read … */
  "person",
] as const;
export type PortalAnswerFault = (typeof portalAnswerFaults)[number];

/** Names NIA's own session, so that it can be ended there. */
export interface PortalSession {
  nameId: string;
  sessionIndex: string;
}

/** What an answer of the portal says. It is authentic in either case. */
export type PortalAnswer =
  | {
      outcome: "accepted";
      /** Of our request, which is used up by this. */
      requestId: string;
      assertionId: string;
      /**
       * What NIA passes on of the registry. It tells no citizenship, so `citizenships` is empty: the kind of the
       * document has to stand for it.
       */
      person: ReferenceData;
      /** The person's identifier at this service provider: tells whether it is the same person again, nothing else. */
      personIdentifier: string;
      level: LevelOfAssurance;
      authenticatedAt: IsoInstant;
      session: PortalSession;
    }
  | {
      /** No: the login failed or was given up, or the level can't be had. */
      outcome: "refused";
      requestId: string;
      reason: "failed" | "cancelled" | "level";
      /** Of SAML, the innermost one that says something, without its namespace: `AuthnFailed`. */
      statusCode: string;
    }
  | {
      /** Logged in, but not everything that was asked for is passed on. NIA's session lives: end it before the next try. */
      outcome: "refused";
      requestId: string;
      reason: "consent";
      /** Short names of what is missing. */
      missing: string[];
      session: PortalSession;
    };
