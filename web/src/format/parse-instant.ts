import { instantInPrague } from "../../../lambdas/domain/prague-time.ts";
import type { IsoInstant } from "../../../lambdas/domain/person.ts";
import { parseDate } from "./parse-date.ts";

/** A day and a time in Prague as people type them (`24. 11. 2026 18:30`). Undefined where there is no such moment. */
export const parseInstant = (typed: string): IsoInstant | undefined => {
  const {
    day = "",
    hour = "",
    minute = "",
  } = /^(?<day>.*\d)[,\s]+(?<hour>\d{1,2})[:.](?<minute>\d{2})$/u.exec(typed.trim())?.groups ?? {};
  const date = parseDate(day);
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return instantInPrague(`${date}T${hour.padStart(2, "0")}:${minute}:00`);
};
