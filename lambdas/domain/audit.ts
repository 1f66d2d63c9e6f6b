import type { IsoInstant } from "./person.ts";

export type AuditAction =
  | "account-created"
  | "logged-in"
  | "login-refused"
  | "password-blocked"
  | "logged-out"
  | "confirmed"
  | "key-added"
  | "key-renamed"
  | "profile-changed"
  | "verification-created"
  | "verification-reminded"
  | "verification-expired"
  | "verification-cancelled"
  | "verification-stopped"
  | "registry-data-recorded"
  | "completion-requested"
  | "person-identified"
  | "key-registered"
  | "key-ended"
  | "key-suspended"
  | "key-resumed"
  | "completion-undone"
  | "account-linked"
  | "message-archived"
  | "message-quarantined"
  | "case-opened"
  | "metadata-refreshed";

/** Append-only: what happened, to what, by whom and why. No secrets, no values of personal data. */
export interface AuditEvent {
  id: string;
  at: IsoInstant;
  action: AuditAction;
  actor: "user" | "system" | "registry" | "operator";
  accountId?: string;
  verificationId?: string;
  keyId?: string;
  /** Why, or which: a code, never a value of personal data. */
  reason?: string;
  requestId?: string;
  /** NIA's CorrelationID of the call that made it so. */
  correlationId?: string;
}
