import type { IsoDate } from "../../../lambdas/domain/person.ts";

const shapes = [
  /^(?<day>\d{1,2})\s*[./\s]\s*(?<month>\d{1,2})\s*[./\s]\s*(?<year>\d{4})$/u,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u,
];

/** A date as people type it (`5. 4. 1990`, `5.4.1990`, `1990-04-05`). Undefined where there is no such day. */
export const parseDate = (typed: string): IsoDate | undefined => {
  const found = shapes
    .map((shape) => shape.exec(typed.trim())?.groups)
    .find((groups) => groups !== undefined);
  if (found === undefined) return undefined;
  const { year = "", month = "", day = "" } = found;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
};

/** A date as a Czech types it, to begin with in a field. */
export const typedDate = (date: IsoDate | undefined): string =>
  date === undefined ? "" : date.split("-").map(Number).toReversed().join(". ");
