import type { Resident, ResidentDocument } from "../residents.ts";

export type Comparison = "striktni" | "diakritika" | "ascii";

/** What a person is looked for by; what is left out does not matter. */
export interface PersonCriteria {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly birthDate?: string;
  readonly addressPlaceCode?: string;
  /** ISO 3166-1 numeric. */
  readonly citizenship?: number;
  readonly document?: { readonly type: string; readonly number: string };
  readonly comparison: Comparison;
}

const numericCountries: Readonly<Record<string, number>> = { CZE: 203, SVK: 703, UKR: 804 };

/** Living people whom all the criteria fit. */
export const peopleFitting = (people: readonly Resident[], criteria: PersonCriteria): Resident[] =>
  people.filter((person) => person.deceased !== true && fits(person, criteria));

/** Whether the data are enough to ask the register at all: a document, or the whole name with one more datum. */
export function isEnough({
  firstName,
  lastName,
  birthDate,
  addressPlaceCode,
  document,
}: PersonCriteria): boolean {
  if (document !== undefined) return true;
  const named = firstName !== undefined && lastName !== undefined;
  return named && (birthDate !== undefined || addressPlaceCode !== undefined);
}

function fits(person: Resident, wanted: PersonCriteria): boolean {
  const form = spelling(wanted.comparison);
  const sameText = (have: string, want: string | undefined) =>
    want === undefined || form(have) === form(want);
  return (
    sameText(person.firstName, wanted.firstName) &&
    sameText(person.lastName, wanted.lastName) &&
    (wanted.birthDate ?? person.birthDate) === person.birthDate &&
    (wanted.addressPlaceCode ?? person.addressPlaceCode) === person.addressPlaceCode &&
    isCitizen(person, wanted.citizenship) &&
    holds(person.documents, wanted.document)
  );
}

const isCitizen = (person: Resident, country: number | undefined): boolean =>
  country === undefined || person.citizenships.some((code) => numericCountries[code] === country);

const holds = (documents: readonly ResidentDocument[], wanted: PersonCriteria["document"]): boolean =>
  wanted === undefined ||
  documents.some(({ type, number }) => type === wanted.type && number === wanted.number);

function spelling(comparison: Comparison): (text: string) => string {
  if (comparison === "striktni") return (text) => text.normalize("NFC");
  if (comparison === "diakritika") return (text) => text.normalize("NFC").toLocaleUpperCase("cs");
  return (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
}
