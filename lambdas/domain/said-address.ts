import type { Address } from "./person.ts";
import { words } from "./said.ts";

/** What stands in an address and says nothing of the place. */
const fillers = new Set([
  "ulice",
  "ul",
  "cislo",
  "popisne",
  "orientacni",
  "evidencni",
  "c",
  "p",
  "cp",
  "psc",
]);
const abbreviations: Record<string, string> = {
  nam: "namesti",
  tr: "trida",
  nabr: "nabrezi",
  sidl: "sidliste",
  sv: "svateho",
};
const countries: Record<string, RegExp> = {
  CZ: /(?:^|[\s,])(?:česká republika|česko|čr)\s*$/iu,
  SK: /(?:^|[\s,])(?:slovenská republika|slovensko|sr)\s*$/iu,
};

const POSTAL_CODE = /(?<!\d)(\d{3})\s?(\d{2})(?!\d)/u;

/** A house number in one piece: `123 / 7` and `123 lomeno 7` are `123/7`, `7 a` before the end of a part is `7a`. */
const joined = (text: string): string =>
  text
    .replaceAll(/(\d)\s*(?:\/|lomeno)\s*(\d)/giu, "$1/$2")
    .replaceAll(/(\d)\s+([a-f])(?=\s*(?:,|$))/giu, "$1$2");

/** Prague with the number of its district, or without: people say both. */
const withoutDistrict = (text: string): string => text.replaceAll(/(praha)\s+\d{1,2}(?![\d/])/giu, "$1");

const wordsOf = (text: string): string[] => [
  ...new Set(
    words(withoutDistrict(joined(text)))
      .filter((word) => !fillers.has(word))
      .map((word) => abbreviations[word] ?? word),
  ),
];

const isNumber = (word: string): boolean => /^\d/u.test(word);

/** Of a number of the house and of the street (`123/7`) either one will do; two that are whole are the same, or not. */
const isSameNumber = (ours: string, said: string): boolean => {
  if (ours === said) return true;
  const isWhole = [ours, said].map((number) => number.includes("/"));
  if (isWhole[0] === isWhole[1]) return false;
  return isWhole[0] ? ours.split("/").includes(said) : said.split("/").includes(ours);
};

const isSameWord = (ours: string, said: string): boolean =>
  isNumber(ours) && isNumber(said) ? isSameNumber(ours, said) : ours === said;

const covers = (these: readonly string[], those: readonly string[]): boolean =>
  those.every((word) => these.some((other) => isSameWord(other, word)));

/**
 * Whether an address as it is said is this one: street with number and town have to be said, in any order; postal code
 * and country only where they are, and then rightly. Nothing else may be said.
 */
export const saidAddress = (address: Address, said: string): boolean => {
  const withoutCountry = said.replace(countries[address.country] ?? /$^/u, " ");
  const postalCode = POSTAL_CODE.exec(withoutCountry);
  if (postalCode !== null && `${postalCode[1]}${postalCode[2]}` !== address.postalCode.replaceAll(/\s/gu, ""))
    return false;
  const ours = wordsOf(`${address.street}, ${address.city}`);
  const theirs = wordsOf(withoutCountry.replace(POSTAL_CODE, " , "));
  return covers(theirs, ours) && covers(ours, theirs);
};
