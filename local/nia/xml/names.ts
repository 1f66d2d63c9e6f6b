/** Namespaces, constants and actions of NIA's services (nia-soap.md, 2). */

export const ns = {
  soap: "http://www.w3.org/2003/05/soap-envelope",
  addressing: "http://www.w3.org/2005/08/addressing",
  utility: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
  security: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
  security11: "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd",
  signature: "http://www.w3.org/2000/09/xmldsig#",
  trust: "http://docs.oasis-open.org/ws-sx/ws-trust/200512",
  policy: "http://schemas.xmlsoap.org/ws/2004/09/policy",
  saml: "urn:oasis:names:tc:SAML:1.0:assertion",
  submission: "http://www.government-gateway.cz/wcf/submission",
  govtalk: "http://www.govtalk.gov.uk/CM/envelope",
  xmlns: "http://www.w3.org/2000/xmlns/",
  xml: "http://www.w3.org/XML/1998/namespace",
  schemaInstance: "http://www.w3.org/2001/XMLSchema-instance",
  schema: "http://www.w3.org/2001/XMLSchema",
  claims: "http://schemas.microsoft.com/cgg/2010/identity/claims",
  nameClaim: "http://schemas.xmlsoap.org/ws/2005/05/identity/claims",
  originalIssuer: "http://schemas.xmlsoap.org/ws/2009/09/identity/claims",
  dispatcher: "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher",
} as const;

export const algorithm = {
  exclusive: "http://www.w3.org/2001/10/xml-exc-c14n#",
  enveloped: "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
  rsaSha1: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
  hmacSha1: "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
  rsaSha256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  sha1: "http://www.w3.org/2000/09/xmldsig#sha1",
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
} as const;

export const constant = {
  x509v3: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3",
  base64: "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary",
  samlId: "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID",
  saml11: "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1",
  holderOfKey: "urn:oasis:names:tc:SAML:1.0:cm:holder-of-key",
  issue: "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue",
  symmetricKey: "http://docs.oasis-open.org/ws-sx/ws-trust/200512/SymmetricKey",
  anonymous: "http://www.w3.org/2005/08/addressing/anonymous",
} as const;

const submit = "http://www.government-gateway.cz/wcf/submission/IBusinessTransactions/Submit";

export const action = {
  issue: "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue",
  issued: "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RSTRC/IssueFinal",
  submit,
  submitted: `${submit}Response`,
  gatewayFault: `${submit}GGErrorExceptionFault`,
  dispatcherFault: `${ns.dispatcher}/fault`,
  soapFault: "http://www.w3.org/2005/08/addressing/soap/fault",
  addressingFault: "http://www.w3.org/2005/08/addressing/fault",
} as const;
