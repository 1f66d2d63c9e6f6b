/** Namespaces, algorithms and constants of SAML 2.0 as NIA's portal speaks it (nia-saml.md, A). */

export const ns = {
  protocol: "urn:oasis:names:tc:SAML:2.0:protocol",
  assertion: "urn:oasis:names:tc:SAML:2.0:assertion",
  metadata: "urn:oasis:names:tc:SAML:2.0:metadata",
  signature: "http://www.w3.org/2000/09/xmldsig#",
  encryption: "http://www.w3.org/2001/04/xmlenc#",
  security: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
  eidas: "http://eidas.europa.eu/saml-extensions",
  schemaInstance: "http://www.w3.org/2001/XMLSchema-instance",
  identityClaims: "http://schemas.xmlsoap.org/ws/2009/09/identity/claims",
  federation: "http://docs.oasis-open.org/wsfed/federation/200706",
  addressing: "http://www.w3.org/2005/08/addressing",
  authorization: "http://docs.oasis-open.org/wsfed/authorization/200706",
} as const;

export const algorithm = {
  exclusive: "http://www.w3.org/2001/10/xml-exc-c14n#",
  enveloped: "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
  rsaSha256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
  sha1: "http://www.w3.org/2000/09/xmldsig#sha1",
  aes256Cbc: "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
  aes256Gcm: "http://www.w3.org/2009/xmlenc11#aes256-gcm",
  rsaOaep: "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
} as const;

export const binding = {
  post: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
  redirect: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
} as const;

export const nameIdFormat = {
  persistent: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
  unspecified: "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
} as const;

export const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
export const uriNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

const statusPrefix = "urn:oasis:names:tc:SAML:2.0:status:";
export type StatusName =
  | "Success"
  | "Requester"
  | "Responder"
  | "AuthnFailed"
  | "RequestDenied"
  | "NoAuthnContext"
  | "UnknownPrincipal";
export const statusUri = (name: StatusName): string => `${statusPrefix}${name}`;

/** What the portal calls itself, in the test environment as in production (nia-saml.md, A1). */
export const portalEntityId = "urn:microsoft:cgg2010:fpsts";

/** Levels of assurance from the lowest. */
export const levels = ["low", "substantial", "high"] as const;
export type Level = (typeof levels)[number];
const levelPrefix = "http://eidas.europa.eu/LoA/";
export const levelUri = (level: Level): string => `${levelPrefix}${level}`;
export const levelOf = (uri: string): Level | undefined => levels.find((level) => levelUri(level) === uri);
export const reaches = (level: Level, asked: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(asked);
export const lower = (one: Level, other: Level): Level => (reaches(one, other) ? other : one);
