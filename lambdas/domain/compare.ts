import { cityCase, firstNameCase, lastNameCase, streetCase } from "./czech-case.ts";
import type { Address, IsoDate, Person, ReferenceData } from "./person.ts";

/** `equal` also where the registry says nothing: then nothing changes. */
export type Outcome = "equal" | "case-only" | "different";

/** One row of the table: both sides as they are shown, and what is stored on completion. */
export interface Compared<T> {
  account?: T;
  /** In normal Czech case. */
  registry?: T;
  outcome: Outcome;
  /** The user's own spelling where nothing but case differs, else the registry's value in normal Czech case. */
  stored?: T;
}

export interface Comparison {
  firstName: Compared<string>;
  lastName: Compared<string>;
  birthDate: Compared<IsoDate>;
  address: Compared<Address>;
}

const tidy = (text: string): string => text.normalize("NFC").trim().replace(/\s+/gu, " ");

const outcomeOf = (account: string, registry: string): Outcome => {
  const [ours, theirs] = [tidy(account), tidy(registry)];
  if (ours === theirs) return "equal";
  return ours.toLocaleLowerCase("cs") === theirs.toLocaleLowerCase("cs") ? "case-only" : "different";
};

const row = <T>(
  account: T | undefined,
  registry: T | undefined,
  compareValues: (account: T, registry: T) => { outcome: Outcome; stored: T },
): Compared<T> => {
  if (registry === undefined) {
    return account === undefined ? { outcome: "equal" } : { account, outcome: "equal", stored: account };
  }
  if (account === undefined) return { registry, outcome: "different", stored: registry };
  return { account, registry, ...compareValues(account, registry) };
};

const compareTexts = (account: string, registry: string): { outcome: Outcome; stored: string } => {
  const outcome = outcomeOf(account, registry);
  return { outcome, stored: outcome === "different" ? registry : account };
};

const withoutSpaces = (text: string): string => text.replace(/\s/gu, "");

/** Field by field, so that a street that differs does not take the user's spelling of the city with it. */
const compareAddresses = (account: Address, registry: Address): { outcome: Outcome; stored: Address } => {
  const street = compareTexts(account.street, registry.street);
  const city = compareTexts(account.city, registry.city);
  const postalCode = compareTexts(withoutSpaces(account.postalCode), withoutSpaces(registry.postalCode));
  const country = compareTexts(account.country, registry.country);
  const outcomes = [street, city, postalCode, country].map((field) => field.outcome);
  return {
    outcome:
      outcomes.find((one) => one === "different") ?? outcomes.find((one) => one === "case-only") ?? "equal",
    stored: {
      street: street.stored,
      city: city.stored,
      postalCode: postalCode.stored,
      country: country.stored,
    },
  };
};

const addressInCzechCase = (address: Address): Address => ({
  street: streetCase(tidy(address.street)),
  city: cityCase(tidy(address.city)),
  postalCode: withoutSpaces(address.postalCode),
  country: address.country.trim().toUpperCase(),
});

/** What the registry says of a person; the change feed may leave out date and address. */
export type RegistryPerson = Pick<ReferenceData, "firstName" | "lastName"> &
  Partial<Pick<ReferenceData, "birthDate" | "address">>;

/** The table of differences (product.md, "Verification at Czech POINT", 6). */
export const compare = (account: Person, registry: RegistryPerson): Comparison => ({
  firstName: row(account.firstName, firstNameCase(tidy(registry.firstName)), compareTexts),
  lastName: row(account.lastName, lastNameCase(tidy(registry.lastName)), compareTexts),
  birthDate: row(account.birthDate, registry.birthDate, compareTexts),
  address: row(account.address, registry.address && addressInCzechCase(registry.address), compareAddresses),
});

/** The person as the account holds it once the table was confirmed. */
export const personToStore = (account: Person, comparison: Comparison): Person => ({
  firstName: comparison.firstName.stored ?? account.firstName,
  lastName: comparison.lastName.stored ?? account.lastName,
  ...(comparison.birthDate.stored !== undefined && { birthDate: comparison.birthDate.stored }),
  ...(comparison.address.stored !== undefined && { address: comparison.address.stored }),
});

const undecomposed: Record<string, string> = { đ: "d", ł: "l", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe" };

/** Without case, diacritics, hyphens and apostrophes: what is left tells two people apart. */
export const skeleton = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "")
    .replace(/[đłøıßæœ]/gu, (letter) => undecomposed[letter] ?? letter)
    .replace(/[\s\p{Pd}]+/gu, " ")
    .trim();

/**
 * Whether two operators look at it before the user does, for someone may have carried another person's sheet: the
 * birth date differs from the one in the account, or both names differ beyond case and diacritics.
 */
export const needsReview = (account: Person, registry: ReferenceData): boolean => {
  if (account.birthDate !== undefined && account.birthDate !== registry.birthDate) return true;
  return (
    skeleton(account.firstName) !== skeleton(registry.firstName) &&
    skeleton(account.lastName) !== skeleton(registry.lastName)
  );
};
