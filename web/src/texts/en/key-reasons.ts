import type { AuthenticatorReason } from "../../../../lambdas/domain/authenticator.ts";

/** Why NIA holds another state of a key. */
export const keyReasons: Record<AuthenticatorReason | "completion-undone", string> = {
  linked: "the account was linked",
  detached: "you detached the account from NIA",
  "key-removed": "the key was removed from the account",
  "two-factor-reset": "two-factor authentication was reset",
  "helpdesk-call": "you asked the helpdesk for it by phone",
  "login-reset": "the login was reset by a verified form",
  "account-deleted": "the account is being deleted",
  "model-disqualified": "the model of the key lost its certification, or a flaw was found in it",
  "model-restored": "the certification of the model is in order again",
  "key-cloned": "the key looks like a copy of another one",
  "pseudonym-invalidated": "NIA invalidated your identity",
  "helpdesk-suspension": "the helpdesk suspended the link",
  "suspension-lifted": "the helpdesk lifted the suspension",
  "completion-undone": "linking could not be completed",
};
