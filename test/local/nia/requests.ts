import { createHash, createHmac, randomUUID, sign } from "node:crypto";
import type { Identity } from "../../../local/certificates.ts";

/*
 * Requests as a client writes them, apart from the code under test: every signed element is written in its canonical
 * form to begin with, so that what stands in the message is what is hashed.
 */

const WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss";
const DS = "http://www.w3.org/2000/09/xmldsig#";
const U = `${WSS}-wssecurity-utility-1.0.xsd`;
const O = `${WSS}-wssecurity-secext-1.0.xsd`;
const A = "http://www.w3.org/2005/08/addressing";
const T = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
const SUB = "http://www.government-gateway.cz/wcf/submission";
const X509 = `${WSS}-x509-token-profile-1.0#X509v3`;

export const issueAction = `${T}/RST/Issue`;
export const submitAction = `${SUB}/IBusinessTransactions/Submit`;

/** Everything that a request is made of; a test changes one thing and signs. */
export interface Draft {
  action: string;
  messageId: string;
  to: string;
  created: string;
  expires: string;
  timestampId: string;
  toId: string;
  references: readonly ("timestamp" | "to")[];
  signatureMethod: string;
  /** Inside SignatureMethod. */
  methodParameters: string;
  canonicalization: string;
  transforms: readonly string[];
  digest: string;
  /** Node's name of the hash of the digests. */
  hash: string;
  token: string;
  keyInfo: string;
  body: string;
  makeSignature: (signedInfo: string) => Buffer;
  /** Puts the parts of the security header in their order. */
  arrange: (timestamp: string, token: string, signature: string) => string;
}

const seconds = (at: Date) => at.toISOString().replace(/\.\d+Z$/, "+00:00");

function draft(now: Date): Omit<Draft, "action" | "to" | "token" | "keyInfo" | "body" | "makeSignature"> {
  return {
    messageId: `urn:uuid:${randomUUID()}`,
    created: seconds(now),
    expires: seconds(new Date(now.getTime() + 300_000)),
    timestampId: "id-ts",
    toId: "id-to",
    references: ["timestamp"],
    signatureMethod: `${DS}hmac-sha1`,
    methodParameters: "",
    canonicalization: "http://www.w3.org/2001/10/xml-exc-c14n#",
    transforms: ["http://www.w3.org/2001/10/xml-exc-c14n#"],
    digest: `${DS}sha1`,
    hash: "sha1",
    arrange: (timestamp, token, signature) => timestamp + token + signature,
  };
}

/** A request for the first token, signed with a certificate's key. */
export function certificateDraft(to: string, realm: string, client: Identity, now: Date): Draft {
  const der = client.certificatePem.replace(/-----[^-]+-----/g, "").trim();
  return {
    ...draft(now),
    action: issueAction,
    to,
    references: ["timestamp", "to"],
    signatureMethod: `${DS}rsa-sha1`,
    token:
      `<o:BinarySecurityToken xmlns:u="${U}" u:Id="id-bst" ValueType="${X509}"` +
      ` EncodingType="${WSS}-soap-message-security-1.0#Base64Binary">${der}</o:BinarySecurityToken>`,
    keyInfo: `<o:SecurityTokenReference><o:Reference ValueType="${X509}" URI="#id-bst"/></o:SecurityTokenReference>`,
    body: tokenRequest(realm),
    makeSignature: (signedInfo) => sign("RSA-SHA1", Buffer.from(signedInfo), client.privateKeyPem),
  };
}

export const tokenRequest = (realm: string): string =>
  `<t:RequestSecurityToken xmlns:t="${T}"><t:TokenType>urn:oasis:names:tc:SAML:1.0:assertion</t:TokenType>` +
  `<t:RequestType>${T}/Issue</t:RequestType><t:KeyType>${T}/SymmetricKey</t:KeyType>` +
  `<p:AppliesTo xmlns:p="http://schemas.xmlsoap.org/ws/2004/09/policy"><a:EndpointReference>` +
  `<a:Address>${realm}</a:Address></a:EndpointReference></p:AppliesTo></t:RequestSecurityToken>`;

export interface Token {
  readonly assertion: string;
  readonly id: string;
  readonly secret: Buffer;
}

/** The token in a reply of a token service; the declaration of `trust` is brought along. */
export function tokenIn(reply: string): Token {
  const assertion = /<saml:Assertion.*<\/saml:Assertion>/s.exec(reply)?.[0] ?? "";
  const proof = /<trust:RequestedProofToken><trust:BinarySecret>([^<]+)</.exec(reply)?.[1] ?? "";
  return {
    assertion: assertion.replace("<saml:Assertion ", `<saml:Assertion xmlns:trust="${T}" `),
    id: /AssertionID="([^"]+)"/.exec(assertion)?.[1] ?? "",
    secret: Buffer.from(proof, "base64"),
  };
}

/** A request that a token proves. */
export function tokenDraft(to: string, action: string, token: Token, body: string, now: Date): Draft {
  return {
    ...draft(now),
    action,
    to,
    token: token.assertion,
    keyInfo:
      `<o:SecurityTokenReference TokenType="http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1">` +
      `<o:KeyIdentifier ValueType="http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID">` +
      `${token.id}</o:KeyIdentifier></o:SecurityTokenReference>`,
    body,
    makeSignature: (signedInfo) => createHmac("sha1", token.secret).update(signedInfo).digest(),
  };
}

export const submission = (transaction: string, payload: string): string =>
  `<n:Submit xmlns:n="${SUB}"><n:tclass>${transaction}</n:tclass><n:bodies><n:BodyPart><n:Body>${payload}</n:Body>` +
  `</n:BodyPart></n:bodies><n:optionals/></n:Submit>`;

/** Signs the draft and writes the envelope. */
export function render(one: Draft): string {
  const timestamp =
    `<u:Timestamp xmlns:u="${U}" u:Id="${one.timestampId}"><u:Created>${one.created}</u:Created>` +
    `<u:Expires>${one.expires}</u:Expires></u:Timestamp>`;
  const to = `<a:To xmlns:a="${A}" xmlns:u="${U}" u:Id="${one.toId}">${one.to}</a:To>`;
  const elements = { timestamp: [one.timestampId, timestamp], to: [one.toId, to] } as const;
  const transforms = one.transforms.map((name) => `<Transform Algorithm="${name}"></Transform>`).join("");
  const references = one.references.map((name) => {
    const [id, xml] = elements[name];
    const value = createHash(one.hash).update(xml).digest("base64");
    return (
      `<Reference URI="#${id}"><Transforms>${transforms}</Transforms>` +
      `<DigestMethod Algorithm="${one.digest}"></DigestMethod><DigestValue>${value}</DigestValue></Reference>`
    );
  });
  const signedInfo =
    `<SignedInfo xmlns="${DS}"><CanonicalizationMethod Algorithm="${one.canonicalization}"></CanonicalizationMethod>` +
    `<SignatureMethod Algorithm="${one.signatureMethod}">${one.methodParameters}</SignatureMethod>` +
    `${references.join("")}</SignedInfo>`;
  const value = one
    .makeSignature(signedInfo)
    .toString("base64")
    .replace(/(.{64})/g, "$1\n");
  const signature =
    `<Signature xmlns="${DS}">${signedInfo}<SignatureValue>${value}</SignatureValue>` +
    `<KeyInfo>${one.keyInfo}</KeyInfo></Signature>`;
  return (
    `<?xml version='1.0' encoding='utf-8'?>\n<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:a="${A}">` +
    `<e:Header><a:Action>${one.action}</a:Action><a:MessageID>${one.messageId}</a:MessageID>${to}` +
    `<o:Security xmlns:o="${O}">${one.arrange(timestamp, one.token, signature)}</o:Security></e:Header>` +
    `<e:Body>${one.body}</e:Body></e:Envelope>`
  );
}
