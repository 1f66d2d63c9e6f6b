/** Namespaces of SAML 2.0 and of what it is made with. */
export const ns = {
  protocol: "urn:oasis:names:tc:SAML:2.0:protocol",
  assertion: "urn:oasis:names:tc:SAML:2.0:assertion",
  metadata: "urn:oasis:names:tc:SAML:2.0:metadata",
  signature: "http://www.w3.org/2000/09/xmldsig#",
  encryption: "http://www.w3.org/2001/04/xmlenc#",
  eidas: "http://eidas.europa.eu/saml-extensions",
} as const;

export const bindings = {
  post: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
  redirect: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
} as const;

export const persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
export const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
export const uriNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
export const statusPrefix = "urn:oasis:names:tc:SAML:2.0:status:";
