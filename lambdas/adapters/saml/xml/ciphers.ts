import { constants, createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { ns } from "./names.ts";

/** How the parts of an encrypted element are put together (XML Encryption 1.1, 5.2). */
export const ciphers = {
  "aes256-cbc": { uri: `${ns.encryption}aes256-cbc`, ivLength: 16 },
  "aes256-gcm": { uri: "http://www.w3.org/2009/xmlenc11#aes256-gcm", ivLength: 12 },
} as const;
export type Cipher = keyof typeof ciphers;

export const KEY_LENGTH = 32;
const TAG_LENGTH = 16;
const BLOCK_LENGTH = 16;

export const oaep = `${ns.encryption}rsa-oaep-mgf1p`;
export const oaepDigest = `${ns.signature}sha1`;
/** RSA-OAEP with SHA-1 and MGF1 of SHA-1: what `rsa-oaep-mgf1p` stands for, and what NIA uses. */
export const oaepOptions = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" } as const;

/** The last byte says how many are padding; the others may be anything. */
const padded = (plain: Buffer): Buffer => {
  const count = BLOCK_LENGTH - (plain.length % BLOCK_LENGTH);
  return Buffer.concat([plain, randomBytes(count - 1), Buffer.of(count)]);
};

const unpadded = (plain: Buffer): Buffer => {
  const count = plain.at(-1) ?? 0;
  if (count < 1 || count > BLOCK_LENGTH) throw new RangeError("padding");
  return plain.subarray(0, plain.length - count);
};

/** Initialisation vector, cipher text and, of GCM, tag: one after the other. */
export const encipher = (cipher: Cipher, key: Buffer, plain: Buffer): Buffer => {
  const iv = randomBytes(ciphers[cipher].ivLength);
  if (cipher === "aes256-gcm") {
    const gcm = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_LENGTH });
    return Buffer.concat([iv, gcm.update(plain), gcm.final(), gcm.getAuthTag()]);
  }
  const cbc = createCipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  return Buffer.concat([iv, cbc.update(padded(plain)), cbc.final()]);
};

/** Throws where it was not enciphered so, with this key. */
export const decipher = (cipher: Cipher, key: Buffer, data: Buffer): Buffer => {
  const iv = data.subarray(0, ciphers[cipher].ivLength);
  const rest = data.subarray(iv.length);
  if (cipher === "aes256-gcm") {
    const gcm = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_LENGTH });
    gcm.setAuthTag(rest.subarray(-TAG_LENGTH));
    return Buffer.concat([gcm.update(rest.subarray(0, -TAG_LENGTH)), gcm.final()]);
  }
  const cbc = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  return unpadded(Buffer.concat([cbc.update(rest), cbc.final()]));
};
