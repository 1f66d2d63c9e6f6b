import type { ConfirmationPurpose } from "./confirmation.ts";
import type { IsoInstant } from "./person.ts";

export interface Session {
  type: "session";
  accountId: string;
  /** Stays the same, however often the token is replaced. */
  id: string;
  version: number;
  /** SHA-256 of the token, base64url. */
  tokenHash: string;
  /** The token before this one: for some seconds it still reads, so that requests under way are answered. */
  replaced?: { tokenHash: string; at: IsoInstant };
  method: "password" | "password-and-key" | "certificate";
  createdAt: IsoInstant;
  lastUsedAt: IsoInstant;
  expiresAt: IsoInstant;
  userAgent: string;
  /** The key that was touched last in it, and when. */
  touched?: { keyId: string; at: IsoInstant };
  /** Purposes that a confirmation login opened, each until its time. */
  confirmed: { purpose: ConfirmationPurpose; until: IsoInstant; keyIds: string[] }[];
}
