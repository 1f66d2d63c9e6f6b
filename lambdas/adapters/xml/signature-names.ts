/** XML Signature: its namespace, and the only algorithms that are taken. */
export const xmlSignature = "http://www.w3.org/2000/09/xmldsig#";
export const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
export const enveloped = `${xmlSignature}enveloped-signature`;
export const rsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
export const sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
