import { skeleton } from "./compare.ts";
import { codeLikeRuns } from "./identification-code.ts";
import type { Person, ReferenceData } from "./person.ts";

/** Characters of a code that look alike on paper; those that Crockford makes one are one already. */
const lookAlikes = ["5S", "2Z", "8B", "6G", "0Q", "0D", "17", "VY", "UV", "VW", "MN", "CG", "EF", "PR", "KX"];

/** One wrong, missing or extra character, or two neighbours swapped. */
const SLIP = 2;
/** A character that looks like the right one. */
const LOOK_ALIKE = 1;
/** Three slips: strangers' codes are farther apart than that. */
const FARTHEST = 3 * SLIP;
/** A clerk's note is a line; what goes on for pages is not searched to its end. */
const RUNS_AT_MOST = 200;

const replacing = (a: string, b: string): number => {
  if (a === b) return 0;
  return lookAlikes.some((pair) => pair.includes(a) && pair.includes(b)) ? LOOK_ALIKE : SLIP;
};

/** What it takes to make a code of what was typed (edit distance with swaps of neighbours). */
export const codeDistance = (typed: string, code: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: code.length + 1 }, (_, column) => column * SLIP);
  for (let line = 1; line <= typed.length; line += 1) {
    const next = [line * SLIP];
    for (let column = 1; column <= code.length; column += 1) {
      const [a = "", b = ""] = [typed[line - 1], code[column - 1]];
      const swapped = line > 1 && column > 1 && a === code[column - 2] && typed[line - 2] === b;
      next[column] = Math.min(
        (row[column - 1] ?? 0) + replacing(a, b),
        (row[column] ?? 0) + SLIP,
        (next[column - 1] ?? 0) + SLIP,
        swapped ? (before[column - 2] ?? 0) + SLIP : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** How near the text comes to the code anywhere in it; undefined where it is too far to be meant. */
const nearness = (runs: readonly string[], code: string): number | undefined => {
  const nearest = Math.min(...runs.map((run) => codeDistance(run, code)));
  return nearest <= FARTHEST ? nearest : undefined;
};

/** An open verification that waits for an answer, and whose it is. */
export interface Awaiting {
  accountId: string;
  verificationId: string;
  /** In stored form. */
  code: string;
  person: Person;
}

/** A verification that an unmatched answer may be for, and why. For people to choose from, never to match by. */
export interface Suggestion {
  accountId: string;
  verificationId: string;
  /** Of the code; absent where nothing in the note is near it. A slip counts 2, a look-alike 1. */
  distance?: number;
  sameNames: boolean;
  sameBirthDate: boolean;
}

const AT_MOST = 10;
const weight = ({ distance, sameNames, sameBirthDate }: Suggestion): number =>
  (distance === undefined ? 0 : FARTHEST + 1 - distance) + (sameNames ? 4 : 0) + (sameBirthDate ? 4 : 0);

const same = (a: string, b: string): boolean => skeleton(a) === skeleton(b);

/** The verifications that an answer may be for, the likeliest first: by a code near the note, by both names, by birth date. */
export const suggestVerifications = (
  answer: { note: string; person: Pick<ReferenceData, "firstName" | "lastName" | "birthDate"> },
  awaiting: readonly Awaiting[],
): Suggestion[] => {
  const runs = codeLikeRuns(answer.note, FARTHEST / SLIP).slice(0, RUNS_AT_MOST);
  const { firstName, lastName, birthDate } = answer.person;
  return awaiting
    .map(({ accountId, verificationId, code, person }): Suggestion => {
      const distance = nearness(runs, code);
      return {
        accountId,
        verificationId,
        ...(distance === undefined ? {} : { distance }),
        sameNames: same(person.firstName, firstName) && same(person.lastName, lastName),
        sameBirthDate: person.birthDate === birthDate,
      };
    })
    .filter((one) => weight(one) > 0)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, AT_MOST);
};
