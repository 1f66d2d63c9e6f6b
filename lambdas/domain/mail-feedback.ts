import type { Account } from "./account.ts";
import type { IsoInstant } from "./person.ts";

/** Why mail to an address is of no use: it comes back for good, or its owner called it spam. */
export type Undeliverable = "bounced" | "complained";

/** What the mail service tells of a mail that it sent. */
export interface MailFeedback {
  /** A bounce that may pass (a full mailbox) is `transient`, and no reason to give an address up. */
  kind: Undeliverable | "transient";
  /** When the mail was sent, and when this was told of it. */
  sentAt: IsoInstant;
  at: IsoInstant;
  recipients: string[];
}

/**
 * The account with its address marked; undefined where the feedback is not of the address as it stands now: it was
 * changed or verified again since that mail, or is marked already.
 */
export const markUndeliverable = (
  account: Account,
  address: string,
  { kind, sentAt, at }: MailFeedback,
): Account | undefined => {
  const { email } = account;
  if (kind === "transient" || email.undeliverable !== undefined) return undefined;
  if (email.value.toLowerCase() !== address.toLowerCase() || sentAt < email.verifiedAt) return undefined;
  return { ...account, email: { ...email, undeliverable: { reason: kind, since: at } } };
};
