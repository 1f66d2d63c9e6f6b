import { privateDecrypt } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { base64Of, childNamed, elementsOf, Malformed, optionalChild } from "../../xml/xml.ts";
import { type Cipher, ciphers, decipher, KEY_LENGTH, oaep, oaepDigest, oaepOptions } from "./ciphers.ts";
import { ns } from "./names.ts";

const cipherNames = Object.keys(ciphers) as Cipher[];

const algorithmOf = (element: Element): string | null => element.getAttribute("Algorithm");
const methodOf = (encrypted: Element): Element => childNamed(encrypted, ns.encryption, "EncryptionMethod");
const valueOf = (encrypted: Element): Buffer =>
  base64Of(childNamed(childNamed(encrypted, ns.encryption, "CipherData"), ns.encryption, "CipherValue"));

const cipherOf = (data: Element): Cipher => {
  const method = methodOf(data);
  const cipher = cipherNames.find((name) => ciphers[name].uri === algorithmOf(method));
  if (cipher === undefined || elementsOf(method).length > 0) throw new Malformed("EncryptionMethod");
  return cipher;
};

const checkTransport = (key: Element): void => {
  const method = methodOf(key);
  const digest = optionalChild(method, ns.signature, "DigestMethod");
  const parameters = elementsOf(method).filter((child) => child !== digest);
  if (algorithmOf(method) !== oaep || parameters.length > 0)
    throw new Malformed("EncryptionMethod of the key");
  if (digest && algorithmOf(digest) !== oaepDigest) throw new Malformed("DigestMethod of the key");
};

const opened = (cipher: Cipher, wrapped: Buffer, data: Buffer, privateKeyPem: string): Buffer | undefined => {
  try {
    const key = privateDecrypt({ key: privateKeyPem, ...oaepOptions }, wrapped);
    return key.length === KEY_LENGTH ? decipher(cipher, key, data) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Decrypts `xenc:EncryptedData` (AES-256 in CBC or GCM, its key under RSA-OAEP) with the one of our keys (PEM) that
 * fits; whom it says it is for is not looked at. Decrypt only what a verified signature covers: CBC can be changed by
 * anyone. Throws `Malformed`: by name for an algorithm that is not allowed, and always alike where it does not open.
 */
export const decryptElement = (data: Element, privateKeysPem: readonly string[]): Buffer => {
  const cipher = cipherOf(data);
  const key = childNamed(childNamed(data, ns.signature, "KeyInfo"), ns.encryption, "EncryptedKey");
  checkTransport(key);
  const [wrapped, value] = [valueOf(key), valueOf(data)];
  for (const privateKeyPem of privateKeysPem) {
    const plain = opened(cipher, wrapped, value, privateKeyPem);
    if (plain) return plain;
  }
  throw new Malformed("not to be decrypted");
};
