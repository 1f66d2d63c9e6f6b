import { createHmac } from "node:crypto";
import type { DeriveLinkSecret, DerivePin } from "../../services/ports/platform.ts";

/** A key of its own for each use of the one secret. */
export const deriveKey = (secret: string, use: string): string =>
  createHmac("sha256", secret).update(`nia-link ${use}`).digest("hex");

/** `DerivePin` by HMAC-SHA-256: 40 bits of it, so that no PIN is noticeably likelier than another. */
export const makeDerivePin =
  (secret: () => Promise<{ key: string }>): DerivePin =>
  async (subject) => {
    const { key } = await secret();
    const digest = createHmac("sha256", deriveKey(key, "pin")).update(subject).digest();
    return String(digest.readUIntBE(0, 5) % 1_000_000).padStart(6, "0");
  };

/** `DeriveLinkSecret` by HMAC-SHA-256, all of it, under a key of its own. */
export const makeDeriveLinkSecret =
  (secret: () => Promise<{ key: string }>): DeriveLinkSecret =>
  async (subject) => {
    const { key } = await secret();
    return createHmac("sha256", deriveKey(key, "link")).update(subject).digest("base64url");
  };
