import * as z from "zod";

const SECONDS = { weeks: 604_800, days: 86_400, hours: 3600, minutes: 60, seconds: 1 };
const PATTERN =
  /^P(?=.)(?:(?<weeks>\d+)W|(?:(?<days>\d+)D)?(?:T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?)$/;

/**
 * Length of an ISO 8601 duration in seconds. Undefined for anything else, and for years, months and fractions, whose
 * length is not certain.
 */
export const durationSeconds = (text: string): number | undefined => {
  const parts = PATTERN.exec(text)?.groups;
  if (parts === undefined) return undefined;
  return Object.entries(SECONDS).reduce((sum, [unit, length]) => sum + Number(parts[unit] ?? 0) * length, 0);
};

/** An ISO 8601 duration longer than nothing, parsed to seconds. */
export const duration = z.string().transform((text, context) => {
  const seconds = durationSeconds(text);
  if (seconds !== undefined && seconds > 0) return seconds;
  context.addIssue({ code: "custom", message: `${text} is not a duration such as P90D or PT5M` });
  return z.NEVER;
});
