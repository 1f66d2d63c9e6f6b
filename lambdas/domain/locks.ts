import type { Account } from "./account.ts";
import { type Address, type Person, registryFields } from "./person.ts";

const lockable = [...registryFields, "organization"] as const;
export type LockableField = (typeof lockable)[number];

/** What a linked account can't change: the registry's fields, and the organization, for links are for people only. */
export const lockedFields = ({ link }: Pick<Account, "link">): readonly LockableField[] =>
  link === undefined ? [] : lockable;

/** Field by field: the database keeps no order of an address's parts. */
const isSameAddress = (before?: Address, after?: Address): boolean =>
  before === undefined || after === undefined
    ? before === after
    : before.street === after.street &&
      before.city === after.city &&
      before.postalCode === after.postalCode &&
      before.country === after.country;

/** Whether something that a validation vouches for is another than before. */
export const isPersonChange = (before: Person, after: Person): boolean =>
  registryFields.some((field) =>
    field === "address" ? !isSameAddress(before.address, after.address) : before[field] !== after[field],
  );
