import { describe, expect, it } from "vitest";
import { instantInPrague } from "../../../lambdas/domain/prague-time.ts";

describe("a local time in Prague", () => {
  it.each([
    ["2026-01-15T08:00:00", "2026-01-15T07:00:00.000Z", "winter"],
    ["2026-07-15T08:00:00", "2026-07-15T06:00:00.000Z", "summer"],
    ["2020-04-01T07:01:04.89", "2020-04-01T05:01:04.890Z", "decimals with their zeros cut"],
    ["2026-12-31T23:59:59.999", "2026-12-31T22:59:59.999Z", "the last moment of a year"],
    ["2026-10-25T01:59:59", "2026-10-24T23:59:59.000Z", "before the hour that comes twice"],
    ["2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z", "the hour that comes twice: the first"],
    ["2026-10-25T03:00:00", "2026-10-25T02:00:00.000Z", "after it"],
    ["2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z", "before the hour that is left out"],
    ["2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z", "the hour that is left out"],
    ["2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z", "after it"],
  ])("%s is %s: %s", (local, instant) => {
    expect(instantInPrague(local)).toBe(instant);
  });
});
