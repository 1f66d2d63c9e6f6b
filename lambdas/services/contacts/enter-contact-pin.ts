import type { Account } from "../../domain/account.ts";
import { withContact, withEmailVerifiedAgain } from "../../domain/contact.ts";
import { Conflict, PinWrong } from "../../domain/errors.ts";
import { maskEmail, maskPhone } from "../../domain/masked-contact.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { isSameSecret, pinSubject } from "../../domain/pin.ts";
import type { ContactChange } from "../../domain/access-records.ts";
import type { Claim, Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import type { DerivePin } from "../ports/platform.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, leavePhone, mailTo, message, takePhone, type Writing } from "../writing.ts";
import { openChange } from "./open-change.ts";

/** A claim of an e-mail is written once and never changed: its version is 1 as long as it is there. */
const claimOf = (accountId: string, value: string, version: 0 | 1): Claim => ({
  type: "claim",
  kind: "email",
  value,
  version,
  accountId,
});

/** The one contact is freed, the other one taken, and the one given up is told. */
const moved = (
  writing: Writing,
  at: IsoInstant,
  before: Account,
  { kind, value }: ContactChange,
): Write[] => {
  const { id: accountId, email, phone } = before;
  if (kind === "email") {
    const facts = { contact: maskEmail(value) };
    return [
      { remove: claimOf(accountId, email.value, 1) },
      { put: claimOf(accountId, value, 0) },
      mailTo(writing, at, before, "email-changed", { to: email.value, facts }),
    ];
  }
  const told = { template: "phone-changed", accountId, facts: { contact: maskPhone(value) } } as const;
  return [
    leavePhone(accountId, phone.value),
    ...takePhone(writing, at, accountId, value),
    message(writing, at, "mail", told),
    message(writing, at, "sms", { ...told, to: phone.value }),
  ];
};

/** The new contact takes the place of the old one, and every other session ends. */
const replaced = (
  writing: Writing,
  at: IsoInstant,
  loaded: AccountRecords,
  { session, change }: { session: Session; change: ContactChange },
): Write[] => [
  { put: withContact(loaded.account, change.kind, change.value, at) },
  ...moved(writing, at, loaded.account, change),
  ...endSessions(loaded, session),
  audited(writing, at, {
    action: `${change.kind}-changed`,
    actor: "user",
    accountId: session.accountId,
  }),
];

/** Of an e-mail that was verified again nothing moves: no claim, no session ends, nobody is told. */
const verifiedAgain = (writing: Writing, at: IsoInstant, account: Account): Write[] => [
  { put: withEmailVerifiedAgain(account, at) },
  audited(writing, at, { action: "email-verified-again", actor: "user", accountId: account.id }),
];

type Command = { session: Session; changeId: string; pin: string };

/**
 * The PIN from the new contact: it takes the place of the old one, which is told, and every other session ends. From the
 * present e-mail it lifts the mark that mail to it comes back. Throws `PinWrong`, also where the e-mail is another account's by now, and `PinUsedUp`.
 */
export const makeEnterContactPin = (writing: Writing & { derivePin: DerivePin }) => {
  const { records, clock } = writing;

  const refuse = async (change: ContactChange): Promise<never> => {
    await records.commit([{ put: { ...change, wrongPins: change.wrongPins + 1 } }]);
    throw new PinWrong("the PIN does not match");
  };

  const enter = async ({ session, changeId, pin }: Command): Promise<void> => {
    const loaded = await loadAccount(records, session.accountId);
    const at = clock();
    const change = openChange(loaded, changeId, at);
    const { id, round, kind, value, takenBy } = change;
    const expected = await writing.derivePin(pinSubject("contact-pin", id, round));
    if (!isSameSecret(pin, expected) || takenBy !== undefined) await refuse(change);
    const { account } = loaded;
    const isPresent = kind === "email" && account.email.value === value;
    try {
      await records.commit([
        { remove: change },
        ...(isPresent
          ? verifiedAgain(writing, at, account)
          : replaced(writing, at, loaded, { session, change })),
      ]);
    } catch (error) {
      if (!(error instanceof Conflict) || kind !== "email") throw error;
      // Somebody else may have taken the e-mail in the meantime, and then it can never be this account's.
      const claim = await records.get("claim", { kind, value });
      if (claim === undefined) throw error;
      await refuse(change);
    }
  };
  return async (command: Command): Promise<void> => await retrying(async () => await enter(command));
};
