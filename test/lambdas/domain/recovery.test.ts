import { describe, expect, it } from "vitest";
import { mayRecover, withRecovery } from "../../../lambdas/domain/recovery.ts";
import { anAccount } from "../../support/builders.ts";

const at = (hour: number): string =>
  new Date(Date.parse("2026-11-23T00:00:00.000Z") + hour * 3_600_000).toISOString();
const after = (hours: number[]) =>
  hours.reduce((account, hour) => withRecovery(account, "reset", at(hour)), anAccount());

describe("one more mail to whoever can't log in", () => {
  it.each<[string, number[], number, boolean]>([
    ["the first", [], 0, true],
    ["the fifth in a day", [0, 1, 2, 3], 4, true],
    ["the sixth in a day", [0, 1, 2, 3, 4], 23.99, false],
    ["the sixth, once the first is a day old", [0, 1, 2, 3, 4], 24, true],
    ["the seventh, once the first alone is a day old", [0, 1, 2, 3, 4, 24], 24.5, false],
  ])("%s", (_, hours, now, allowed) => {
    expect(mayRecover(after(hours), "reset", at(now))).toBe(allowed);
  });

  it("of another kind is counted apart", () => {
    expect(mayRecover(after([0, 1, 2, 3, 4]), "unblock", at(5))).toBe(true);
  });

  it("forgets what is older than a day", () => {
    expect(after([0, 1, 30]).recoveries).toEqual({ reset: [at(30)] });
  });
});
