import type { ContactKind } from "../../domain/account.ts";
import { normalizeContact } from "../../domain/contact.ts";
import { InvalidInput } from "../../domain/errors.ts";
import type { ContactChange } from "../../domain/access-records.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import { loadAccount } from "../load-account.ts";
import type { Records, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { message, newId, type Writing } from "../writing.ts";

const CHANGE_SECONDS = 3600;

/** The other account whose e-mail it is, if any. Phones may be shared. */
const takenFrom = async (
  records: Records,
  { accountId, kind, value }: { accountId: string; kind: ContactKind; value: string },
): Promise<string | undefined> => {
  const owner = kind === "email" ? (await records.get("claim", { kind, value }))?.accountId : undefined;
  return owner === accountId ? undefined : owner;
};

/** The PIN goes to the new contact; where the e-mail is another account's, its owner is told, in as many writes. */
export const sendContactPin = (writing: Writing, change: ContactChange): Write => {
  const { id, kind, value, round, accountId, takenBy } = change;
  const at = writing.clock();
  return takenBy === undefined
    ? message(writing, at, kind === "email" ? "mail" : "sms", {
        template: "contact-pin",
        accountId,
        subjectId: id,
        to: value,
        round,
      })
    : message(writing, at, "mail", { template: "email-taken", accountId: takenBy });
};

/**
 * Begins to change the e-mail or the phone; the confirmation login was checked before. An e-mail that another account
 * has answers as a free one. The present contact is refused, but for an e-mail that mail comes back from: its PIN verifies
 * it again. A change that is under way already ends. Throws `InvalidInput`.
 */
export const makeChangeContact =
  (writing: Writing) =>
  async (command: { accountId: string; kind: ContactKind; value: string }): Promise<ContactChange> => {
    const { records, clock, random } = writing;
    const { kind } = command;
    const value = normalizeContact(kind, command.value);
    return await retrying(async () => {
      const [{ account, contactChanges }, owner] = await Promise.all([
        loadAccount(records, command.accountId),
        takenFrom(records, { ...command, value }),
      ]);
      const present = account[kind];
      if (present.value === value && present.undeliverable === undefined)
        throw new InvalidInput([{ pointer: `/${kind}`, code: "unchanged" }]);
      const change: ContactChange = {
        type: "contact-change",
        accountId: account.id,
        id: newId(random),
        version: 0,
        kind,
        value,
        ...(owner === undefined ? {} : { takenBy: owner }),
        round: 1,
        wrongPins: 0,
        expiresAt: secondsAfter(clock(), CHANGE_SECONDS),
      };
      await records.commit([
        ...contactChanges.map((remove) => ({ remove })),
        { put: change },
        sendContactPin(writing, change),
      ]);
      return change;
    });
  };
