import type { IsoInstant } from "./person.ts";
import type { UnlinkCause } from "./unlinking.ts";

/** What users filter their activity by. */
export const activityKinds = ["account", "logins", "keys", "nia", "helpdesk"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/**
 * Every action that is audited, and where its owner finds it. `internal` ones tell users nothing and stay hidden. The
 * web app has a sentence for each of the others, in both languages.
 */
export const auditActions = {
  "account-created": "account",
  "profile-changed": "account",
  "message-withheld": "account",
  "email-undeliverable": "account",
  "email-verified-again": "account",
  exported: "account",
  "deletion-requested": "account",
  "deletion-reminded": "account",
  "deletion-cancelled": "account",
  "deletion-begun": "account",
  "account-deleted": "account",
  "email-changed": "account",
  "phone-changed": "account",
  "password-changed": "account",
  "password-reset-asked": "logins",
  "password-reset": "account",
  "password-unblocked": "logins",
  "two-factor-reset-asked": "logins",
  "two-factor-reset": "keys",
  "logged-in": "logins",
  "login-refused": "logins",
  "password-blocked": "logins",
  "logged-out": "logins",
  confirmed: "logins",
  "service-logged-in": "logins",
  "service-login-refused": "logins",
  "service-logged-out": "logins",
  "key-added": "keys",
  "key-renamed": "keys",
  "key-cloned": "keys",
  "certificate-registered": "logins",
  "certificate-added": "logins",
  "certificate-removed": "logins",
  "key-removed": "keys",
  "key-regraded": "keys",
  "verification-created": "nia",
  "verification-reminded": "nia",
  "verification-expired": "nia",
  "verification-cancelled": "nia",
  "verification-stopped": "nia",
  "portal-asked": "nia",
  "portal-refused": "nia",
  "registry-data-recorded": "nia",
  "completion-requested": "nia",
  "person-identified": "nia",
  "key-registered": "nia",
  "key-ended": "nia",
  "key-suspended": "nia",
  "key-resumed": "nia",
  "completion-undone": "nia",
  "account-linked": "nia",
  "registry-data-changed": "nia",
  "link-suspended": "nia",
  "account-unlinked": "nia",
  "account-found": "helpdesk",
  "account-viewed": "helpdesk",
  "review-passed": "nia",
  "reset-form-registered": "account",
  "reset-form-refused": "account",
  "login-reset": "account",
  "caller-checked": "helpdesk",
  "link-resumed": "nia",
  "message-archived": "internal",
  "message-quarantined": "internal",
  "case-opened": "internal",
  "case-closed": "internal",
  "case-viewed": "internal",
  "audit-searched": "internal",
  "case-decision-asked": "internal",
  "case-decision-turned-down": "internal",
  "case-decision-taken-back": "internal",
  "outage-banner-set": "internal",
  "outage-banner-removed": "internal",
  "deadlines-paused": "internal",
  "deadlines-resumed": "internal",
  "notification-set-aside": "internal",
  "nia-refused": "internal",
  "authenticator-discrepancy": "internal",
  "metadata-refreshed": "internal",
  "portal-refreshed": "internal",
  "account-not-found": "internal",
  "operator-added": "internal",
  "operator-invited-again": "internal",
  "operator-enrolled": "internal",
  "operator-disabled": "internal",
  "operator-role-changed": "internal",
  "operator-logged-in": "internal",
  "operator-login-refused": "internal",
  "operator-blocked": "internal",
  "operator-logged-out": "internal",
} as const satisfies Record<string, ActivityKind | "internal">;

export type AuditAction = keyof typeof auditActions;
/** What the account's owner is told of. */
export type ShownAction = {
  [A in AuditAction]: (typeof auditActions)[A] extends "internal" ? never : A;
}[AuditAction];

/** Append-only: what happened, to what, by whom and why. No secrets, no values of personal data. */
export interface AuditEvent {
  id: string;
  at: IsoInstant;
  action: AuditAction;
  actor: "user" | "system" | "registry" | "operator";
  /** Which operator. */
  operator?: string;
  accountId?: string;
  verificationId?: string;
  keyId?: string;
  /** Why, or which: a code, never a value of personal data. */
  reason?: string;
  /** What the operator gave as the cause: a code. */
  cause?: UnlinkCause;
  /** The government service it is about, as NIA names it. */
  service?: string;
  requestId?: string;
  /** NIA's CorrelationID of the call that made it so. */
  correlationId?: string;
}

/** Under which filter an event stands; undefined where it is none of its owner's. What operators do is the helpdesk's. */
export const kindOf = ({ action, actor }: Pick<AuditEvent, "action" | "actor">): ActivityKind | undefined => {
  const kind = auditActions[action];
  if (kind === "internal") return undefined;
  return actor === "operator" ? "helpdesk" : kind;
};
