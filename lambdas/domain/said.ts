import type { IsoDate } from "./person.ts";

/** What is said on the phone and written down by somebody else, in one spelling. */

const undecomposed: Record<string, string> = { đ: "d", ł: "l", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe" };

/** Without what a listener can't know: case, diacritics, i or y, v or w, hyphens, apostrophes and spaces. */
export const skeleton = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[đłøıßæœ]/gu, (letter) => undecomposed[letter] ?? letter)
    .replaceAll("y", "i")
    .replaceAll("w", "v")
    .replaceAll(/[\s\p{Pd}'’.,]/gu, "");

/** The same word by word; a slash stays, for it stands in house numbers. */
export const words = (text: string): string[] =>
  text
    .split(/[\s,.;:\p{Pd}]+/u)
    .map(skeleton)
    .filter((word) => word !== "");

/** A phone as somebody says it, in E.164: nine digits are a Czech number. Undefined where it can't be one. */
export const normalPhone = (said: string): string | undefined => {
  const digits = said.replaceAll(/[\s().\-/]/gu, "").replace(/^00/u, "+");
  if (/^\+[1-9]\d{6,14}$/u.test(digits)) return digits;
  if (/^420[2-9]\d{8}$/u.test(digits)) return `+${digits}`;
  return /^[2-9]\d{8}$/u.test(digits) ? `+420${digits}` : undefined;
};

/** The months in Czech, as they stand in a date and by themselves. */
const months = [
  /^led(?:na|en)$/u,
  /^unora?$/u,
  /^brez(?:na|en)$/u,
  /^dub(?:na|en)$/u,
  /^kvet(?:na|en)$/u,
  /^cerv(?:na|en)$/u,
  /^cerven(?:ce|ec)$/u,
  /^srp(?:na|en)$/u,
  /^zari$/u,
  /^rij(?:na|en)$/u,
  /^listopadu?$/u,
  /^prosin(?:ce|ec)$/u,
];

/** The number of a month as it is said; 0 where it is none. */
const monthOf = (said: string): number => {
  const word = skeleton(said);
  return /^\d{1,2}$/u.test(word) ? Number(word) : months.findIndex((month) => month.test(word)) + 1;
};

const pad = (number: number): string => String(number).padStart(2, "0");

/**
 * A date as it is said: 12. 4. 1988, 12/4/1988, 12. dubna 1988, or 1988-04-12. The year has four digits, for of 88
 * nobody knows the century. Undefined where it is none.
 */
export const saidDate = (said: string): IsoDate | undefined => {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/u.exec(said);
  const parts = iso ? [iso[3], iso[2], iso[1]] : said.trim().split(/\s*[./]\s*|\s+/u);
  const [day = "", month = "", year = "", ...more] = parts;
  const number = monthOf(month);
  if (more.length > 0 || number === 0 || !/^\d{1,2}$/u.test(day) || !/^\d{4}$/u.test(year)) return undefined;
  const date = `${year}-${pad(number)}-${pad(Number(day))}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // 31. 2. would be a day in March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
};
