import type { Account, ContactKind } from "./account.ts";

/** What a confirmation login may be asked for. Each opens one thing only, for five minutes. */
export const confirmationPurposes = [
  "add-key",
  "add-certificate",
  "change-email",
  "change-phone",
  "change-password",
  "link",
  "complete-link",
  "remove-key",
  "detach",
  "export",
  "delete-account",
  "log-in-to-service",
] as const;
export type ConfirmationPurpose = (typeof confirmationPurposes)[number];

export const CONFIRMATION_MINUTES = 5;

/**
 * Where the PIN goes that stands for the touch of a key while the account has none: to the old contact where it is to
 * be changed. What is not here can't be confirmed without a key.
 */
const pinGoesTo: Partial<Record<ConfirmationPurpose, ContactKind>> = {
  "add-key": "phone",
  "change-email": "email",
  "change-phone": "phone",
  "change-password": "phone",
  export: "phone",
  "delete-account": "phone",
};

/**
 * As `pinGoesTo` says; where mail to the e-mail is of no use, to the phone: else nobody without a key could verify or
 * change it. Who has password and phone could add a key and confirm by that, so this opens nothing more.
 */
export const pinContact = (
  purpose: ConfirmationPurpose,
  { email }: Pick<Account, "email">,
): ContactKind | undefined =>
  pinGoesTo[purpose] === "email" && email.undeliverable !== undefined ? "phone" : pinGoesTo[purpose];
