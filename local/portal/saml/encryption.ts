import { X509Certificate, constants, createCipheriv, publicEncrypt, randomBytes } from "node:crypto";
import { escapeText } from "../../nia/xml/write.ts";
import { algorithm, ns } from "./names.ts";

/** The EncryptedAssertion around an assertion, for the holder of that certificate: element for element as NIA's. */
export function encryptedAssertion(assertion: string, certificatePem: string): string {
  const certificate = new X509Certificate(certificatePem);
  const key = randomBytes(32);
  const vector = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", key, vector);
  const data = Buffer.concat([vector, cipher.update(assertion, "utf8"), cipher.final()]);
  const wrapped = publicEncrypt(
    { key: certificate.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" },
    key,
  );
  return (
    `<EncryptedAssertion xmlns="${ns.assertion}"><xenc:EncryptedData xmlns:xenc="${ns.encryption}"` +
    ` Type="${ns.encryption}Element"><xenc:EncryptionMethod Algorithm="${algorithm.aes256Cbc}"/>` +
    `<KeyInfo xmlns="${ns.signature}">${encryptedKey(wrapped, certificate)}</KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${data.toString("base64")}</xenc:CipherValue></xenc:CipherData>` +
    `</xenc:EncryptedData></EncryptedAssertion>`
  );
}

const encryptedKey = (wrapped: Buffer, certificate: X509Certificate): string =>
  `<e:EncryptedKey xmlns:e="${ns.encryption}"><e:EncryptionMethod Algorithm="${algorithm.rsaOaep}">` +
  `<DigestMethod Algorithm="${algorithm.sha1}"/></e:EncryptionMethod><KeyInfo>` +
  `<o:SecurityTokenReference xmlns:o="${ns.security}"><X509Data><X509IssuerSerial>` +
  `<X509IssuerName>${escapeText(distinguishedName(certificate.issuer))}</X509IssuerName>` +
  `<X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</X509SerialNumber></X509IssuerSerial></X509Data>` +
  `</o:SecurityTokenReference></KeyInfo><e:CipherData><e:CipherValue>${wrapped.toString("base64")}</e:CipherValue>` +
  `</e:CipherData></e:EncryptedKey>`;

/** As .NET writes it: the last part first, quoted where it holds a mark of its own. */
export const distinguishedName = (name: string): string =>
  name
    .split("\n")
    .toReversed()
    .map((part) => {
      const [type = "", ...value] = part.split("=");
      const text = value.join("=").replace(/\\(.)/gu, "$1");
      return `${type}=${/[,+"=<>#;]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text}`;
    })
    .join(", ");
