import type { Account } from "./account.ts";
import { type Person, registryFields } from "./person.ts";

const lockable = [...registryFields, "organization"] as const;
export type LockableField = (typeof lockable)[number];

/** What a linked account can't change: the registry's fields, and the organization, for links are for people only. */
export const lockedFields = ({ link }: Pick<Account, "link">): readonly LockableField[] =>
  link === undefined ? [] : lockable;

/** Whether something that a validation vouches for is another than before. */
export const isPersonChange = (before: Person, after: Person): boolean =>
  registryFields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
