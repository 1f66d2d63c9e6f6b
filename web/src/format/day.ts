import type { Language } from "../../../lambdas/domain/account.ts";
import type { IsoDate, IsoInstant } from "../../../lambdas/domain/person.ts";

const zone = { timeZone: "Europe/Prague" } as const;
const numbers = { day: "numeric", month: "numeric", year: "numeric" } as const;
const clock = { hour: "numeric", minute: "2-digit" } as const;
const words = { day: "numeric", month: "long", year: "numeric" } as const;

const locales: Record<Language, string> = { cs: "cs-CZ", en: "en-GB" };
const dayStyle: Record<Language, Intl.DateTimeFormatOptions> = { cs: numbers, en: words };

const unbroken = (text: string): string => text.replaceAll(/\s/gu, "\u00a0");

/** The day in Prague: `23. 11. 2026`, `23 November 2026`. */
export const formatDay = (instant: IsoInstant, language: Language): string =>
  unbroken(
    new Intl.DateTimeFormat(locales[language], { ...dayStyle[language], ...zone }).format(new Date(instant)),
  );

/** Day and time in Prague: `23. 11. 2026 9:05`. */
export const formatInstant = (instant: IsoInstant, language: Language): string => {
  const time = new Intl.DateTimeFormat(locales[language], { ...clock, ...zone }).format(new Date(instant));
  return `${formatDay(instant, language)} ${time}`;
};

/** A calendar date without a zone. */
export const formatDate = (date: IsoDate, language: Language): string =>
  unbroken(
    new Intl.DateTimeFormat(locales[language], { ...dayStyle[language], timeZone: "UTC" }).format(
      new Date(`${date}T00:00:00Z`),
    ),
  );

/** Whole days from now until then, rounded up; 0 where it is over. */
export const daysUntil = (instant: IsoInstant, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - now) / 86_400_000));
