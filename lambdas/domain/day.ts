import type { Language } from "./account.ts";
import type { IsoInstant } from "./person.ts";

const formats: Record<Language, Intl.DateTimeFormat> = {
  cs: new Intl.DateTimeFormat("cs-CZ", {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    timeZone: "Europe/Prague",
  }),
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/Prague" }),
};

/** The day in Prague as people write it: `23. 11. 2026`, `23 November 2026`; never broken over two lines. */
export const dayInPrague = (instant: IsoInstant, language: Language): string =>
  formats[language].format(new Date(instant)).replaceAll(/\s/gu, "\u00a0");
