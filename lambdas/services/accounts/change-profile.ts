import type { Account } from "../../domain/account.ts";
import { FieldLocked, WrongState } from "../../domain/errors.ts";
import { isPersonChange, lockedFields } from "../../domain/locks.ts";
import type { Address, Person } from "../../domain/person.ts";
import type { AccountRecords } from "../ports/records.ts";
import { requireBirthDate } from "./require-birth-date.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";

/** Null takes a value away; what is absent stays. */
export interface ProfileChange {
  firstName?: string | undefined;
  lastName?: string | undefined;
  birthDate?: string | null | undefined;
  address?: Address | null | undefined;
  organization?: string | null | undefined;
  companyNumber?: string | null | undefined;
  vatNumber?: string | null | undefined;
  citizenship?: "CZ" | "other" | undefined;
  language?: "cs" | "en" | undefined;
}

const guard = ({ account, verifications }: AccountRecords, change: ProfileChange): void => {
  const locked = lockedFields(account).find((field) => change[field] !== undefined);
  if (locked !== undefined) throw new FieldLocked(locked);
  // Frozen while NIA is being told, so that what is linked is what was shown.
  if (verifications.some(({ state }) => state === "completing"))
    throw new WrongState("verification is completing, expected none that is");
};

const present = (change: object) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined && value !== null));

/** What is changed or taken away. */
const namesOf = (change: ProfileChange): string[] =>
  Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]));

const without = <T extends object>(target: T, change: object): T =>
  Object.fromEntries(
    Object.entries(target).filter(([name]) => (change as Record<string, unknown>)[name] !== null),
  ) as T;

const apply = (account: Account, change: ProfileChange): Account => {
  const { firstName, lastName, birthDate, address, ...rest } = change;
  const personChange = { firstName, lastName, birthDate, address };
  const person: Person = { ...without(account.person, personChange), ...present(personChange) };
  const changed: Account = { ...without(account, rest), ...present(rest), person };
  if (!isPersonChange(account.person, person)) return changed;
  const { validation: _validation, ...unvalidated } = changed;
  return unvalidated;
};

/**
 * Changes the fields given. Locked ones throw `FieldLocked`, wrong ones `InvalidInput`. While not linked, another name, birth date or address
 * takes the validation away.
 */
export const makeChangeProfile =
  (writing: Writing) =>
  async (command: { accountId: string; change: ProfileChange }): Promise<AccountRecords> =>
    await retrying(async () => {
      const loaded = await loadAccount(writing.records, command.accountId);
      guard(loaded, command.change);
      requireBirthDate(command.change.birthDate, writing.clock());
      const account = apply(loaded.account, command.change);
      await writing.records.commit([
        { put: account },
        audited(writing, writing.clock(), {
          action: "profile-changed",
          actor: "user",
          accountId: account.id,
          reason: namesOf(command.change).join(", "),
        }),
      ]);
      return { ...loaded, account: { ...account, version: account.version + 1 } };
    });
