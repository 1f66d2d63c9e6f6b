import type { AuthenticatorReason } from "../../../../lambdas/domain/authenticator.ts";

/** Why NIA holds another state of a key. */
export const keyReasons: Record<AuthenticatorReason | "completion-undone", string> = {
  linked: "propojení účtu",
  detached: "zrušili jste propojení",
  "key-removed": "klíč byl z účtu odebrán",
  "two-factor-reset": "dvoufaktorové přihlašování bylo obnoveno",
  "helpdesk-call": "požádali jste o to podporu telefonem",
  "login-reset": "přístup byl obnoven ověřeným formulářem",
  "account-deleted": "účet se maže",
  "model-disqualified": "model klíče ztratil certifikaci, nebo v něm byla nalezena chyba",
  "model-restored": "model klíče má certifikaci znovu v pořádku",
  "key-cloned": "klíč vypadá jako kopie jiného klíče",
  "pseudonym-invalidated": "NIA zneplatnila vaši identitu",
  "helpdesk-suspension": "propojení pozastavila podpora",
  "suspension-lifted": "podpora pozastavení zrušila",
  "completion-undone": "propojení se nepodařilo dokončit",
};
