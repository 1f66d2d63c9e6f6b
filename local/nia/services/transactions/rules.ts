/** What a simple value of a request has to look like. Takes the text as it stands, answers whether it is valid. */
export type TextRule = (text: string) => boolean;

const collapsed = (text: string): string => text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "");
const characters = (text: string): number => [...text].length;

export const allOf =
  (...rules: TextRule[]): TextRule =>
  (text) =>
    rules.every((rule) => rule(text));

export const atMost =
  (length: number): TextRule =>
  (text) =>
    characters(text) <= length;

/** One non-space character, or such ones at both ends and no line break between (nia-soap.md, 8). */
export const nonEmpty: TextRule = (text) => /^[^ \t\n\r](?:[^\n\r]*[^ \t\n\r])?$/.test(text);

export const oneOf =
  (...values: string[]): TextRule =>
  (text) =>
    values.includes(text);

export const anyText: TextRule = () => true;

const whole =
  (least: bigint, most: bigint): TextRule =>
  (text) => {
    const value = collapsed(text);
    if (!/^[+-]?\d{1,40}$/.test(value)) return false;
    const number = BigInt(value.replace(/^\+/, ""));
    return number >= least && number <= most;
  };

export const long = whole(-(2n ** 63n), 2n ** 63n - 1n);
export const int = whole(-(2n ** 31n), 2n ** 31n - 1n);
export const intBetween = (least: number, most: number): TextRule => whole(BigInt(least), BigInt(most));

/** xs:boolean: lower case only. */
export const boolean: TextRule = (text) => ["true", "false", "1", "0"].includes(collapsed(text));

/** xs:date of the years 1 to 9999, with or without a zone. */
export const date: TextRule = (text) => {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/.exec(collapsed(text));
  if (match === null || match[1] === "0000") return false;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === day;
};
