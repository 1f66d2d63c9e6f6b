/**
 * The identification code of a verification, which a user carries to a Czech POINT office on paper and a clerk types
 * into "zpráva pro příjemce": 11 random characters of Crockford base32 (55 bits) and a check character
 * (product.md, "Verification at Czech POINT", 2).
 *
 * A code is valid where the sum of its characters, each weighted by the next power of a primitive element of GF(32),
 * is zero. No weight is zero and no two of the twelve are equal, so any single wrong character and any swap of two
 * characters, neighbours or not, makes the sum differ from zero.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const RANDOM_CHARACTERS = 11;
const LENGTH = RANDOM_CHARACTERS + 1;

/** Random bytes that one code takes. */
export const CODE_RANDOM_BYTES = RANDOM_CHARACTERS;

/** Product by the primitive element x, modulo x^5 + x^2 + 1. */
const timesX = (element: number): number => (element & 16 ? (element << 1) ^ 0b100101 : element << 1);

/** The weighted sum by Horner's rule: the last character weighs 1, the one before it x, and so on. */
const weightedSum = (values: readonly number[]): number =>
  values.reduce((sum, value) => timesX(sum) ^ value, 0);

const isValid = (code: string): boolean => {
  const values = Array.from(code, (character) => alphabet.indexOf(character));
  return values.length === LENGTH && !values.includes(-1) && weightedSum(values) === 0;
};

/** Twelve characters without separators. Takes the first `CODE_RANDOM_BYTES` bytes, five bits of each. */
export const makeCode = (random: Uint8Array): string => {
  if (random.length < CODE_RANDOM_BYTES)
    throw new RangeError(`A code takes ${CODE_RANDOM_BYTES} random bytes`);
  const values = Array.from(random.subarray(0, RANDOM_CHARACTERS), (byte) => byte & 31);
  const check = timesX(weightedSum(values));
  return [...values, check].map((value) => alphabet.charAt(value)).join("");
};

/** As it is shown and printed: `ABCD-EFGH-JKMC`. */
export const formatCode = (code: string): string => code.replace(/(.{4})(?=.)/gu, "$1-");

const separators = /[\s\p{Pd}_.,/\u2212\u00ad\u200b]+/gu;

/** Capitals without separators; what Crockford lets people confuse is one: O is 0, I and L are 1. */
const squeeze = (text: string): string =>
  text.normalize("NFKC").toUpperCase().replace(separators, "").replaceAll("O", "0").replace(/[IL]/gu, "1");

/**
 * The code in its stored form, however it was typed: lower case, spaces, any dashes, O for 0, I or L for 1.
 * Undefined where the text is not exactly one valid code.
 */
export const normalizeCode = (text: string): string | undefined => {
  const code = squeeze(text);
  return isValid(code) ? code : undefined;
};

/** Runs of whole words that make, without separators, between `least` and `most` characters. */
const runsOfWords = (text: string, least: number, most: number): string[] => {
  const runs: string[] = [];
  for (const stretch of text.normalize("NFKC").split(/[^\p{L}\p{N}\s\p{Pd}_.,/\u2212\u00ad\u200b]+/u)) {
    const words = stretch.split(separators).filter((word) => word !== "");
    words.forEach((_, start) => {
      let run = "";
      for (const word of words.slice(start, start + most)) {
        run += squeeze(word);
        if (run.length > most) return;
        if (run.length >= least) runs.push(run);
      }
    });
  }
  return runs;
};

/**
 * Every valid code that stands in free text, each once, in stored form. A run of ordinary words passes the check by
 * chance once in 32 times: only looking the code up tells whether anyone was given it.
 */
export const findCodes = (text: string): string[] => [
  ...new Set(runsOfWords(text, LENGTH, LENGTH).filter((run) => isValid(run))),
];

/** What a person may have meant as a code in free text: as long as one, give or take so many characters. */
export const codeLikeRuns = (text: string, giveOrTake: number): string[] =>
  runsOfWords(text, LENGTH - giveOrTake, LENGTH + giveOrTake);
