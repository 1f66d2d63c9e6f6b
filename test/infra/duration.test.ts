import { describe, expect, it } from "vitest";
import { durationSeconds } from "../../lib/duration.ts";

describe("durationSeconds", () => {
  it.each([
    ["P90D", 7_776_000],
    ["P2W", 1_209_600],
    ["PT30M", 1800],
    ["PT90S", 90],
    ["P1DT12H", 129_600],
    ["PT1H2M3S", 3723],
    ["PT0S", 0],
  ])("%s is %d seconds", (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each([
    "",
    "P",
    "PT",
    "P1DT",
    "90D",
    "P1.5D",
    "P1Y",
    "P3M",
    "P1W2D",
    "PT1M1H",
    "-P1D",
    "P-1D",
    " P1D",
    "p1d",
    "5 minutes",
  ])("%j is no duration of certain length", (text) => {
    expect(durationSeconds(text)).toBeUndefined();
  });
});
