import { expect, it } from "vitest";
import { dayInPrague } from "../../../lambdas/domain/day.ts";

it.each([
  ["2026-11-23T09:00:00.000Z", "23. 11. 2026", "23 November 2026"],
  ["2026-11-23T23:30:00.000Z", "24. 11. 2026", "24 November 2026"],
  ["2027-06-30T22:00:00.000Z", "1. 7. 2027", "1 July 2027"],
])("%s is %s, %s in Prague", (instant, czech, english) => {
  expect(dayInPrague(instant, "cs")).toBe(czech.replaceAll(" ", "\u00a0"));
  expect(dayInPrague(instant, "en")).toBe(english.replaceAll(" ", "\u00a0"));
});
