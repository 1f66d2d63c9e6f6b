import type { ContactKind } from "./account.ts";

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
] as const;
export type ConfirmationPurpose = (typeof confirmationPurposes)[number];

export const CONFIRMATION_MINUTES = 5;

/**
 * Where the PIN goes that stands for the touch of a key while the account has none: to the old contact where it is to
 * be changed. What is not here can't be confirmed without a key.
 */
export const pinGoesTo: Partial<Record<ConfirmationPurpose, ContactKind>> = {
  "add-key": "phone",
  "change-email": "email",
  "change-phone": "phone",
  "change-password": "phone",
  export: "phone",
  "delete-account": "phone",
};
