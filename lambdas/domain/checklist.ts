import type { Account, Contact } from "./account.ts";
import { isLinked, isUsable, type SecurityKey } from "./security-key.ts";

/** What must hold before an account can be linked, in the order in which a user would see to it. */
export const checklistPoints = [
  "account-active",
  "names",
  "address",
  "email",
  "phone",
  "citizenship",
  "natural-person",
  "linkable-key",
  "metadata-current",
] as const;
export type ChecklistPoint = (typeof checklistPoints)[number];

const filled = (value: string | undefined): boolean => value !== undefined && value.trim() !== "";

const verified = (contact: Contact): boolean => filled(contact.value) && filled(contact.verifiedAt);

/** A key that a verification can be for: of level 1 or higher, without a disqualifying status, not linked yet, no copy known. */
export const canBeLinked = (key: SecurityKey): boolean =>
  key.grade.linkable && !isLinked(key) && isUsable(key);

/** What the service itself must fulfil. */
export interface LinkConditions {
  /** Whether the metadata of authenticators are young enough to link by. */
  isMetadataCurrent: boolean;
}

const rules: Record<
  ChecklistPoint,
  (account: Account, keys: readonly SecurityKey[], conditions: LinkConditions) => boolean
> = {
  "account-active": (account) => account.passwordBlockedAt === undefined,
  names: ({ person }) => filled(person.firstName) && filled(person.lastName),
  address: ({ person: { address } }) =>
    address !== undefined &&
    [address.street, address.city, address.postalCode, address.country].every(filled),
  email: (account) => verified(account.email),
  phone: (account) => verified(account.phone),
  citizenship: (account) => account.citizenship === "CZ",
  "natural-person": ({ organization, companyNumber, vatNumber }) =>
    ![organization, companyNumber, vatNumber].some(filled),
  "linkable-key": (_, keys) => keys.some(canBeLinked),
  "metadata-current": (_account, _keys, { isMetadataCurrent }) => isMetadataCurrent,
};

/** Every point with whether it is met (product.md, "Who may link"). The birth date is not asked for. */
export const linkChecklist = (
  account: Account,
  keys: readonly SecurityKey[],
  conditions: LinkConditions,
): { point: ChecklistPoint; met: boolean }[] =>
  checklistPoints.map((point) => ({ point, met: rules[point](account, keys, conditions) }));

/** Whether every point is met. */
export const mayLink = (
  account: Account,
  keys: readonly SecurityKey[],
  conditions: LinkConditions,
): boolean => linkChecklist(account, keys, conditions).every(({ met }) => met);
