import { createHash } from "node:crypto";
import type { RandomBytes } from "../ports/platform.ts";

const ACCOUNT_BYTES = 16;
const SECRET_BYTES = 32;

/** SHA-256, base64url: what is stored of a token or handle. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** An opaque token: which account's partition the session is in, and 256 random bits. */
export const makeToken = (accountId: string, random: RandomBytes): string =>
  Buffer.concat([Buffer.from(accountId, "hex"), random(SECRET_BYTES)]).toString("base64url");

/** Where the session of a token is stored; undefined where it can't be a token. */
export const locate = (token: string): { accountId: string; id: string } | undefined => {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ACCOUNT_BYTES + SECRET_BYTES) return undefined;
  return { accountId: bytes.subarray(0, ACCOUNT_BYTES).toString("hex"), id: hashOf(token) };
};
