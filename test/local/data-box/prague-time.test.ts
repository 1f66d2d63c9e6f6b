import { describe, expect, it } from "vitest";
import { instantOf, pragueTime } from "../../../local/data-box/prague-time.ts";

describe("times of ISDS", () => {
  it.each([
    ["2026-11-20T08:15:02.123Z", "2026-11-20T09:15:02.123+01:00"],
    ["2026-07-01T22:30:00.000Z", "2026-07-02T00:30:00.000+02:00"],
    ["2026-10-25T00:30:00.000Z", "2026-10-25T02:30:00.000+02:00"],
    ["2026-10-25T01:30:00.000Z", "2026-10-25T02:30:00.000+01:00"],
  ])("%s is written %s and read back", (utc, prague) => {
    expect(pragueTime(Date.parse(utc))).toBe(prague);
    expect(instantOf(prague)).toBe(Date.parse(utc));
  });

  it.each([
    ["2026-11-20T09:15:02+01:00", "2026-11-20T08:15:02.000Z"],
    ["2026-11-20T08:15:02.1Z", "2026-11-20T08:15:02.100Z"],
    ["2026-11-20T08:15:02.123456789Z", "2026-11-20T08:15:02.123Z"],
    // Without a zone it is Prague, not UTC.
    ["2026-11-20T09:15:02.123456", "2026-11-20T08:15:02.123Z"],
    ["2026-07-20T09:15:02", "2026-07-20T07:15:02.000Z"],
  ])("%s means %s", (text, utc) => {
    expect(instantOf(text)).toBe(Date.parse(utc));
  });

  it.each(["", "2026-11-20", "2026-13-40T00:00:00Z", "20. 11. 2026", "2026-11-20T09:15"])(
    "%j is none",
    (text) => {
      expect(instantOf(text)).toBeUndefined();
    },
  );
});
