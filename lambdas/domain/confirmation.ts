/** What a confirmation login may be asked for. Each opens one thing only, for five minutes. */
export const confirmationPurposes = [
  "add-key",
  "add-certificate",
  "link",
  "complete-link",
  "export",
  "delete-account",
] as const;
export type ConfirmationPurpose = (typeof confirmationPurposes)[number];

export const CONFIRMATION_MINUTES = 5;
