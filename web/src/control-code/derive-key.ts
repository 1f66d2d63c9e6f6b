import type { Challenge } from "altcha-lib/types";

/** PBKDF2 as ALTCHA's challenge asks for, by the browser's own cryptography: `PBKDF2/SHA-256` and the like. */
export const deriveKey = async (
  { algorithm, cost, keyLength }: Challenge["parameters"],
  salt: Uint8Array,
  password: Uint8Array,
): Promise<{ derivedKey: Uint8Array }> => {
  const hash = algorithm.replace(/^PBKDF2\//u, "");
  const key = await crypto.subtle.importKey("raw", password as BufferSource, "PBKDF2", false, ["deriveBits"]);
  const parameters = { name: "PBKDF2", hash, salt: salt as BufferSource, iterations: cost };
  return { derivedKey: new Uint8Array(await crypto.subtle.deriveBits(parameters, key, keyLength * 8)) };
};
