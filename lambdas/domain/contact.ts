import type { Account, Contact, ContactKind } from "./account.ts";
import type { IsoInstant } from "./person.ts";

const HOURS_BEFORE_RESET = 72;

/**
 * Whether a contact may serve to reset a password or a factor: one that was changed less than 72 hours ago may not, so
 * that whoever got into an account for a moment does not take it over (product.md, "Accounts").
 */
export const servesForReset = ({ changedAt }: Contact, now: IsoInstant): boolean =>
  changedAt === undefined || Date.parse(now) - Date.parse(changedAt) >= HOURS_BEFORE_RESET * 3_600_000;

/** The contact in the form in which it is kept and compared. */
export const normalizeContact = (kind: ContactKind, value: string): string =>
  kind === "email" ? value.toLowerCase() : value;

/** The account with another contact, which has just answered its PIN. */
export const withContact = (account: Account, kind: ContactKind, value: string, at: IsoInstant): Account => ({
  ...account,
  [kind]: { value, verifiedAt: at, changedAt: at } satisfies Contact,
});

/** The account whose e-mail has answered a PIN once more: mail goes there again. It is not taken for another one. */
export const withEmailVerifiedAgain = (account: Account, at: IsoInstant): Account => {
  const { undeliverable: _lifted, ...email } = account.email;
  return { ...account, email: { ...email, verifiedAt: at } };
};
