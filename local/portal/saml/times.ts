import { must } from "./refusal.ts";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z$/u;

/** An xs:dateTime in UTC, as SAML wants it. Throws `MessageRefused`. */
export function readInstant(text: string | null, name: string): Date {
  const instant = new Date(INSTANT.test(text ?? "") ? (text ?? "") : Number.NaN);
  must(!Number.isNaN(instant.getTime()), `${name} is no time in UTC`);
  return instant;
}

/** Without milliseconds, as on NIA's Response. */
export const wholeSeconds = (instant: Date): string => instant.toISOString().replace(/\.\d+Z$/u, "Z");
