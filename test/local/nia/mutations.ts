import { createHmac } from "node:crypto";
import type { Draft } from "./requests.ts";

/** Changes the draft before it is signed, or the text after. */
export interface Mutation {
  readonly draft?: (draft: Draft) => Partial<Draft>;
  readonly text?: (xml: string) => string;
  readonly refused: string;
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

export const replaced = (from: string | RegExp, to: string) => (xml: string) => {
  const changed = xml.replace(from, to);
  if (changed === xml) throw new Error("The mutation changed nothing");
  return changed;
};
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const withComments = "http://www.w3.org/2001/10/xml-exc-c14n#WithComments";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** Refusals that all three endpoints share. */
export const common: Record<string, Mutation> = {
  "no security header": {
    text: replaced(/<o:Security .*<\/o:Security>/s, ""),
    refused: "Security is missing in Header",
  },
  "a second security header": {
    text: replaced(
      "</e:Header>",
      `<o:Security xmlns:o="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"/></e:Header>`,
    ),
    refused: "Security is there more than once in Header",
  },
  "no timestamp": {
    draft: () => ({ arrange: (_timestamp, token, signature) => token + signature }),
    refused: "No Timestamp in the first place",
  },
  "no signature": {
    draft: () => ({ arrange: (timestamp, token) => timestamp + token }),
    refused: "No Signature in the third place",
  },
  "the signature before the token": {
    draft: () => ({ arrange: (timestamp, token, signature) => timestamp + signature + token }),
    refused: "No token before the signature",
  },
  "two timestamps": {
    draft: () => ({
      arrange: (timestamp, token, signature) =>
        timestamp.replace("id-ts", "id-x") + timestamp + token + signature,
    }),
    refused: "No Signature in the third place",
  },
  "an expired timestamp": {
    draft: () => ({ created: inMinutes(-20), expires: inMinutes(-15) }),
    refused: "The Timestamp has expired",
  },
  "a timestamp of the future": {
    draft: () => ({ created: inMinutes(15), expires: inMinutes(20) }),
    refused: "The Timestamp lies in the future",
  },
  "a timestamp the wrong way round": {
    draft: () => ({ created: inMinutes(0), expires: inMinutes(-0.5) }),
    refused: "The Timestamp expires before it was created",
  },
  "a timestamp without a zone": {
    draft: () => ({ created: inMinutes(0).replace("Z", "") }),
    refused: "An instant that is no dateTime with a zone",
  },
  "a timestamp changed after signing": {
    text: replaced(/<u:Expires>[^<]*/, `<u:Expires>${inMinutes(4)}`),
    refused: "The digest of Timestamp is another",
  },
  "a timestamp moved elsewhere, and another in its place": {
    text: (xml) => {
      const [signed = ""] = /<u:Timestamp.*<\/u:Timestamp>/.exec(xml) ?? [];
      const forged = signed.replace("id-ts", "id-forged");
      return xml.replace(signed, forged).replace("</e:Header>", `<x>${signed}</x></e:Header>`);
    },
    refused: "The signature does not cover Timestamp",
  },
  "the same Id twice": {
    text: replaced("<a:Action>", `<a:Action Id="id-ts">`),
    refused: "The same Id twice",
  },
  "another canonicalisation": {
    draft: () => ({ canonicalization: INCLUSIVE }),
    refused: "Another algorithm in CanonicalizationMethod",
  },
  "another transform": {
    draft: () => ({ transforms: [withComments] }),
    refused: "Another algorithm in Transform",
  },
  "a second transform": {
    draft: () => ({ transforms: [exclusive, exclusive] }),
    refused: "Another number of transforms",
  },
  "no transform": { draft: () => ({ transforms: [] }), refused: "Another number of transforms" },
  "another digest": {
    draft: () => ({ digest: SHA256, hash: "sha256" }),
    refused: "Another algorithm in DigestMethod",
  },
  HMACOutputLength: {
    draft: () => ({ methodParameters: "<HMACOutputLength>8</HMACOutputLength>" }),
    refused: "Parameters in SignatureMethod",
  },
  "a document type": {
    text: replaced("<e:Envelope", `<!DOCTYPE e [<!ENTITY x "y">]><e:Envelope`),
    refused: "Document type declaration",
  },
  "a processing instruction": {
    text: replaced("<e:Header>", "<?go on?><e:Header>"),
    refused: "Processing instruction",
  },
  "text that is no XML": { text: () => "<e:Envelope", refused: "Not well-formed" },
  "SOAP 1.1": {
    text: replaced("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/"),
    refused: "Not a SOAP 1.2 envelope",
  },
  "another action": { draft: () => ({ action: "urn:other" }), refused: "Another action than the endpoint's" },
  "another To": { draft: () => ({ to: "http://nia.example/other" }), refused: "To names another endpoint" },
  "a MessageID that is none": { draft: () => ({ messageId: "1" }), refused: "The MessageID is no urn:uuid" },
  "a header that must be understood": {
    text: replaced("</e:Header>", `<x xmlns="urn:x" e:mustUnderstand="1"/></e:Header>`),
    refused: "A header that must be understood and is not",
  },
  "replies elsewhere": {
    text: replaced(
      "</e:Header>",
      "<a:ReplyTo><a:Address>http://elsewhere.example</a:Address></a:ReplyTo></e:Header>",
    ),
    refused: "ReplyTo is not anonymous",
  },
};

const TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";

/** Refusals of both token services. */
export const tokenRequests: Record<string, Mutation> = {
  "another RequestType": {
    text: replaced(`${TRUST}/Issue</t:`, `${TRUST}/Renew</t:`),
    refused: "Another RequestType",
  },
  "no RequestType": { text: replaced(/<t:RequestType>.*<\/t:RequestType>/, ""), refused: "No RequestType" },
  "another KeyType": { text: replaced("/SymmetricKey", "/Bearer"), refused: "Another KeyType" },
  "another TokenType": {
    text: replaced("urn:oasis:names:tc:SAML:1.0:assertion</t:", "urn:x</t:"),
    refused: "Another TokenType",
  },
  "another realm": {
    text: replaced(/<a:Address>[^<]*/, "<a:Address>urn:x"),
    refused: "AppliesTo names another realm",
  },
  "no realm": {
    text: replaced(/<p:AppliesTo.*<\/p:AppliesTo>/, ""),
    refused: "AppliesTo is missing in RequestSecurityToken",
  },
  entropy: {
    text: replaced("<t:KeyType>", "<t:Entropy/><t:KeyType>"),
    refused: "A child that is not supported",
  },
};

/** Refusals of the two services that take tokens. */
export const tokens: Record<string, Mutation> = {
  "a token changed": {
    text: replaced(/Issuer="[^"]*"/, `Issuer="Somebody"`),
    refused: "The token was changed",
  },
  "white space within the token": {
    text: replaced("<saml:Conditions", "\n <saml:Conditions"),
    refused: "The token was changed",
  },
  "a token without its signature": {
    text: replaced(
      /<Signature xmlns="[^"]*"><SignedInfo>.*?<\/Signature><\/saml:Assertion>/s,
      "</saml:Assertion>",
    ),
    refused: "The token is not signed",
  },
  "the token twice": {
    draft: ({ token }) => ({
      arrange: (timestamp, _token, signature) => timestamp + token + token + signature,
    }),
    refused: "The same Id twice",
  },
  "an HMAC with another key": {
    draft: () => ({ makeSignature: (info) => createHmac("sha1", Buffer.alloc(32)).update(info).digest() }),
    refused: "HMAC by another key",
  },
  "a truncated HMAC": {
    draft: ({ makeSignature }) => ({ makeSignature: (info) => makeSignature(info).subarray(0, 12) }),
    refused: "HMAC by another key",
  },
  "HMAC-SHA256": {
    draft: () => ({ signatureMethod: "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256" }),
    refused: "Another algorithm in SignatureMethod",
  },
  "a KeyInfo that names another assertion": {
    text: replaced(/#SAMLAssertionID">[^<]*/, `#SAMLAssertionID">_other`),
    refused: "The KeyInfo names another assertion",
  },
  "a KeyInfo of another token type": {
    text: replaced("#SAMLV1.1", "#SAMLV2.0"),
    refused: "The KeyInfo's TokenType is not SAML 1.1",
  },
  "a timestamp that is not signed": {
    draft: () => ({ references: [] }),
    refused: "The signature is to cover the Timestamp, no less and no more",
  },
};
