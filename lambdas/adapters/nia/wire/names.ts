import { exclusive, sha256, xmlSignature } from "../../xml/signature-names.ts";

/** Namespaces (nia-soap.md, 2). */
export const ns = {
  soap: "http://www.w3.org/2003/05/soap-envelope",
  addressing: "http://www.w3.org/2005/08/addressing",
  utility: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
  security: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
  security11: "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd",
  signature: xmlSignature,
  trust: "http://docs.oasis-open.org/ws-sx/ws-trust/200512",
  policy: "http://schemas.xmlsoap.org/ws/2004/09/policy",
  saml: "urn:oasis:names:tc:SAML:1.0:assertion",
  submission: "http://www.government-gateway.cz/wcf/submission",
  govTalk: "http://www.govtalk.gov.uk/CM/envelope",
} as const;

const tokenProfiles = "http://docs.oasis-open.org/wss";
const submitAction = `${ns.submission}/IBusinessTransactions/Submit`;

export const actions = {
  issue: `${ns.trust}/RST/Issue`,
  issued: `${ns.trust}/RSTRC/IssueFinal`,
  submit: submitAction,
  submitted: `${submitAction}Response`,
} as const;

export const constants = {
  x509Token: `${tokenProfiles}/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3`,
  base64: `${tokenProfiles}/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary`,
  assertionId: `${tokenProfiles}/oasis-wss-saml-token-profile-1.0#SAMLAssertionID`,
  saml11: `${tokenProfiles}/oasis-wss-saml-token-profile-1.1#SAMLV1.1`,
  symmetricKey: `${ns.trust}/SymmetricKey`,
  issueRequest: `${ns.trust}/Issue`,
  exclusive,
  sha256,
} as const;
