/** Why a login request is answered without a login. */
export const loginFailures = [
  "cancelled",
  "no-allowed-key",
  "key-failed-too-often",
  "release-refused",
  "not-linked",
  "link-suspended",
  "key-revoked",
  "another-subject",
  "level-unreachable",
  "passive",
  "name-format-unknown",
  "request-unsupported",
  "outage",
] as const;
export type LoginFailure = (typeof loginFailures)[number];

const prefix = "urn:oasis:names:tc:SAML:2.0:status:";

/** A status of SAML 2.0 (core, 3.2.2.2): the first code says whose fault it is, the second one what. */
export interface SamlStatus {
  code: string;
  subcode?: string;
}

const status = (code: "Responder" | "Requester", subcode?: string): SamlStatus => ({
  code: `${prefix}${code}`,
  ...(subcode !== undefined && { subcode: `${prefix}${subcode}` }),
});

const authnFailed = status("Responder", "AuthnFailed");

/**
 * What the service provider is told (nia-saml.md, B5). Whatever concerns the account is one and the same answer:
 * whether there is a link, and what is wrong with it, is the user's to know.
 */
export const statusOf: Readonly<Record<LoginFailure, SamlStatus>> = {
  cancelled: authnFailed,
  "no-allowed-key": authnFailed,
  "key-failed-too-often": authnFailed,
  "release-refused": status("Responder", "RequestDenied"),
  "not-linked": authnFailed,
  "link-suspended": authnFailed,
  "key-revoked": authnFailed,
  "another-subject": authnFailed,
  "level-unreachable": status("Responder", "NoAuthnContext"),
  passive: status("Responder", "NoPassive"),
  "name-format-unknown": status("Requester", "InvalidNameIDPolicy"),
  "request-unsupported": status("Requester", "RequestUnsupported"),
  outage: status("Responder"),
};

export const success: SamlStatus = { code: `${prefix}Success` };
/** The user is logged out here, but maybe not everywhere. */
export const partialLogout = status("Responder", "PartialLogout");
