import { constants, createDecipheriv, privateDecrypt } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { base64Of, everyElement, named, oneChild } from "../../nia/xml/read.ts";
import { algorithm, ns } from "./names.ts";
import { MessageRefused, must } from "./refusal.ts";

const TAG = 16;

/** The XML inside an EncryptedAssertion for the holder of that key. All that goes wrong looks alike. */
export function decryptedAssertion(encrypted: Element, privateKeyPem: string): string {
  const data = oneChild(encrypted, ns.encryption, "EncryptedData");
  const [keyElement, ...more] = [...everyElement(encrypted)].filter((one) =>
    named(one, ns.encryption, "EncryptedKey"),
  );
  must(keyElement !== undefined && more.length === 0, "There is to be one EncryptedKey");
  must(methodOf(keyElement) === algorithm.rsaOaep, "The key is encrypted by another algorithm");
  const method = methodOf(data);
  must(method === algorithm.aes256Cbc || method === algorithm.aes256Gcm, "Encrypted by another algorithm");
  try {
    const key = privateDecrypt(
      { key: privateKeyPem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" },
      cipherText(keyElement),
    );
    return opened(cipherText(data), key, method === algorithm.aes256Gcm).toString("utf8");
  } catch {
    throw new MessageRefused("The assertion can't be decrypted");
  }
}

const methodOf = (element: Element): string | null =>
  oneChild(element, ns.encryption, "EncryptionMethod").getAttribute("Algorithm");

const cipherText = (element: Element): Buffer =>
  base64Of(oneChild(oneChild(element, ns.encryption, "CipherData"), ns.encryption, "CipherValue"));

function opened(data: Buffer, key: Buffer, authenticated: boolean): Buffer {
  if (authenticated) {
    const cipher = createDecipheriv("aes-256-gcm", key, data.subarray(0, 12), { authTagLength: TAG });
    cipher.setAuthTag(data.subarray(-TAG));
    return Buffer.concat([cipher.update(data.subarray(12, -TAG)), cipher.final()]);
  }
  const cipher = createDecipheriv("aes-256-cbc", key, data.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(data.subarray(16)), cipher.final()]);
  return plain.subarray(0, plain.length - (plain.at(-1) ?? 0));
}
