import { createHash } from "node:crypto";

/** A name for what was shown: SHA-256 of its JSON, base64url. */
export const digestOf = (shown: unknown): string =>
  createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
