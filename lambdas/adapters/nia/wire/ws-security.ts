import { createHash, createHmac, sign, X509Certificate } from "node:crypto";
import { constants, ns } from "./names.ts";
import { escapeText } from "../../xml/escape.ts";

export type Algorithm = "sha1" | "sha256";

const LIFETIME_MS = 5 * 60 * 1000;
const moreSignatures = "http://www.w3.org/2001/04/xmldsig-more#";
const digestMethods = { sha1: `${ns.signature}sha1`, sha256: constants.sha256 } as const;
const signatureMethods = { sha1: ns.signature, sha256: moreSignatures } as const;

/** A part of the message that is signed: written in its own canonical form, with the Id that refers to it. */
export interface SignedPart {
  id: string;
  xml: string;
}

/** What the caller proves itself with. */
export interface Signer {
  algorithm: Algorithm;
  method: string;
  sign(canonical: string): Buffer;
}

/** PKCS#1 v1.5 with the provider's own key: call 1. */
export const rsaSigner = (privateKeyPem: string, algorithm: Algorithm): Signer => ({
  algorithm,
  method: `${signatureMethods[algorithm]}rsa-${algorithm}`,
  sign: (canonical) => sign(`RSA-${algorithm.toUpperCase()}`, Buffer.from(canonical), privateKeyPem),
});

/** Full length, with the secret of a token: calls 2 and 3. */
export const hmacSigner = (secret: Buffer, algorithm: Algorithm): Signer => ({
  algorithm,
  method: `${signatureMethods[algorithm]}hmac-${algorithm}`,
  sign: (canonical) => createHmac(algorithm, secret).update(canonical).digest(),
});

const wholeSeconds = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

export const timestamp = (now: number, id = "timestamp"): SignedPart => ({
  id,
  xml:
    `<u:Timestamp xmlns:u="${ns.utility}" u:Id="${id}"><u:Created>${wholeSeconds(now)}</u:Created>` +
    `<u:Expires>${wholeSeconds(now + LIFETIME_MS)}</u:Expires></u:Timestamp>`,
});

/** `a:To` as call 1 signs it. */
export const signedAddressee = (url: string, id = "to"): SignedPart => ({
  id,
  xml: `<a:To xmlns:a="${ns.addressing}" xmlns:u="${ns.utility}" u:Id="${id}">${escapeText(url)}</a:To>`,
});

const empty = (name: string, algorithm: string): string => `<${name} Algorithm="${algorithm}"></${name}>`;

const referenceTo = ({ id, xml }: SignedPart, algorithm: Algorithm): string =>
  `<Reference URI="#${id}"><Transforms>${empty("Transform", constants.exclusive)}</Transforms>` +
  empty("DigestMethod", digestMethods[algorithm]) +
  `<DigestValue>${createHash(algorithm).update(xml).digest("base64")}</DigestValue></Reference>`;

/** SignedInfo in its canonical form. */
export const signedInfo = (parts: readonly SignedPart[], { algorithm, method }: Signer): string =>
  `<SignedInfo xmlns="${ns.signature}">${empty("CanonicalizationMethod", constants.exclusive)}` +
  `${empty("SignatureMethod", method)}${parts.map((part) => referenceTo(part, algorithm)).join("")}</SignedInfo>`;

const signature = (parts: readonly SignedPart[], signer: Signer, keyInfo: string): string => {
  const info = signedInfo(parts, signer);
  return (
    `<Signature xmlns="${ns.signature}">${info}` +
    `<SignatureValue>${signer.sign(info).toString("base64")}</SignatureValue>` +
    `<KeyInfo><o:SecurityTokenReference${keyInfo}</o:SecurityTokenReference></KeyInfo></Signature>`
  );
};

const security = (...parts: string[]): string =>
  `<o:Security xmlns:o="${ns.security}">${parts.join("")}</o:Security>`;

/** The header of call 1: leaf certificate in the message, Timestamp and To signed with its key. */
export const certificateSecurity = (
  at: SignedPart,
  to: SignedPart,
  certificatePem: string,
  signer: Signer,
): string =>
  security(
    at.xml,
    `<o:BinarySecurityToken xmlns:u="${ns.utility}" ValueType="${constants.x509Token}" ` +
      `EncodingType="${constants.base64}" u:Id="certificate">` +
      `${new X509Certificate(certificatePem).raw.toString("base64")}</o:BinarySecurityToken>`,
    signature([at, to], signer, `><o:Reference ValueType="${constants.x509Token}" URI="#certificate"/>`),
  );

/** The header of calls 2 and 3: the token, Timestamp signed with its secret. */
export const tokenSecurity = (
  at: SignedPart,
  token: { id: string; xml: string; secret: Buffer },
  algorithm: Algorithm,
): string =>
  security(
    at.xml,
    token.xml,
    signature(
      [at],
      hmacSigner(token.secret, algorithm),
      ` xmlns:k="${ns.security11}" k:TokenType="${constants.saml11}">` +
        `<o:KeyIdentifier ValueType="${constants.assertionId}">${escapeText(token.id)}</o:KeyIdentifier>`,
    ),
  );
