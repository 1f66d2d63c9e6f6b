import { createHash } from "node:crypto";
import type { RandomBytes } from "../ports/platform.ts";

const ID_BYTES = 16;
const SECRET_BYTES = 32;

/** SHA-256, base64url: what is stored of a token or handle. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** An opaque token of a session: where the session is stored, and 256 random bits. */
export const makeToken = (session: { accountId: string; id: string }, random: RandomBytes): string =>
  Buffer.concat([
    Buffer.from(session.accountId, "hex"),
    Buffer.from(session.id, "hex"),
    random(SECRET_BYTES),
  ]).toString("base64url");

/** 256 random bits for something that is found by its hash alone. */
export const makeHandle = (random: RandomBytes): string =>
  Buffer.from(random(SECRET_BYTES)).toString("base64url");

/** Where the session of a token is stored, and the hash that has to be there; undefined where it can't be a token. */
export const locate = (
  token: string,
): { place: { accountId: string; id: string }; tokenHash: string } | undefined => {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 2 * ID_BYTES + SECRET_BYTES) return undefined;
  const accountId = bytes.subarray(0, ID_BYTES).toString("hex");
  const id = bytes.subarray(ID_BYTES, 2 * ID_BYTES).toString("hex");
  return { place: { accountId, id }, tokenHash: hashOf(token) };
};
