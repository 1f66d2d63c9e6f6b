import { describe, expect, it } from "vitest";
import { type DeadlinePauses, isPaused, pause, unpause, withPauses } from "../../../lambdas/domain/pauses.ts";
import { aVerification } from "../../support/builders.ts";

const day = (date: number, hour = 0) => new Date(Date.UTC(2026, 10, date, hour)).toISOString();
const stored = (...pauses: DeadlinePauses["pauses"]): DeadlinePauses => ({
  type: "deadline-pauses",
  version: 1,
  pauses,
});
const verification = aVerification({ createdAt: day(10), deadline: day(20) });

describe("a deadline and the pauses since its verification began", () => {
  it.each<[string, DeadlinePauses | undefined, string, string]>([
    ["none at all", undefined, day(15), day(20)],
    ["one that is over", stored({ from: day(11), until: day(13) }), day(15), day(22)],
    ["one that goes on", stored({ from: day(11) }), day(15), day(24)],
    ["one from before", stored({ from: day(1), until: day(9) }), day(15), day(20)],
    ["one that had begun before", stored({ from: day(8), until: day(12) }), day(15), day(22)],
    ["one to come, by a clock that is off", stored({ from: day(16), until: day(17) }), day(15), day(20)],
    ["two", stored({ from: day(11), until: day(12) }, { from: day(13), until: day(14) }), day(15), day(22)],
  ])("%s", (_name, pauses, now, deadline) => {
    expect(withPauses(verification, pauses, now).deadline).toBe(deadline);
  });

  it("never comes while a pause goes on", () => {
    const pauses = stored({ from: day(19, 23) });
    for (const now of [day(21), day(25), day(28)])
      expect(Date.parse(withPauses(verification, pauses, now).deadline) - Date.parse(now)).toBe(3_600_000);
  });
});

describe("pausing", () => {
  it("begins once and ends once", () => {
    const begun = pause(undefined, day(1));
    expect(pause(begun, day(2))).toBe(begun);
    const ended = unpause(begun, day(3));
    expect(ended.pauses).toEqual([{ from: day(1), until: day(3) }]);
    expect(unpause(ended, day(4))).toBe(ended);
    expect([isPaused(begun), isPaused(ended), isPaused(pause(ended, day(5)))]).toEqual([true, false, true]);
  });
});
