import { publicEncrypt, randomBytes, X509Certificate } from "node:crypto";
import { type Cipher, ciphers, encipher, KEY_LENGTH, oaep, oaepDigest, oaepOptions } from "./ciphers.ts";
import { ns } from "./names.ts";
import { certificateText } from "./sign.ts";

const value = (bytes: Buffer): string =>
  `<xenc:CipherData><xenc:CipherValue>${bytes.toString("base64")}</xenc:CipherValue></xenc:CipherData>`;

/**
 * Encrypts an element, given as its text, to the key of a certificate (PEM): the cipher's key under RSA-OAEP. Answers
 * `xenc:EncryptedData`, to stand in the likes of `saml:EncryptedAssertion`.
 */
export const encryptElement = (
  xml: string,
  { certificatePem, cipher }: { certificatePem: string; cipher: Cipher },
): string => {
  const key = randomBytes(KEY_LENGTH);
  const { publicKey } = new X509Certificate(certificatePem);
  const wrapped = publicEncrypt({ key: publicKey, ...oaepOptions }, key);
  return (
    `<xenc:EncryptedData xmlns:xenc="${ns.encryption}" xmlns:ds="${ns.signature}" Type="${ns.encryption}Element">` +
    `<xenc:EncryptionMethod Algorithm="${ciphers[cipher].uri}"/><ds:KeyInfo><xenc:EncryptedKey>` +
    `<xenc:EncryptionMethod Algorithm="${oaep}"><ds:DigestMethod Algorithm="${oaepDigest}"/></xenc:EncryptionMethod>` +
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificateText(certificatePem)}</ds:X509Certificate>` +
    `</ds:X509Data></ds:KeyInfo>${value(wrapped)}</xenc:EncryptedKey></ds:KeyInfo>` +
    `${value(encipher(cipher, key, Buffer.from(xml)))}</xenc:EncryptedData>`
  );
};
