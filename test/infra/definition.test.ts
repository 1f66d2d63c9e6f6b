import { describe, expect, it } from "vitest";
import { attemptsWithin, readDefinition, withNiaRetry } from "../../lib/definition.ts";

const pace = { IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 3600 };
const days = 86_400;

describe("attemptsWithin", () => {
  it.each([
    [1, 0],
    [2, 1],
    [5, 1],
    [6, 2],
    [60, 4],
    [4094, 11],
    [4094 + 3600, 12],
  ])("%d seconds hold %d repetitions", (seconds, attempts) => {
    expect(attemptsWithin(seconds, pace)).toBe(attempts);
  });
});

interface Retrier {
  ErrorEquals: string[];
  MaxAttempts: number;
}
const retriers = (definition: string): Retrier[] => {
  const found: Retrier[] = [];
  JSON.parse(definition, (key, value) => {
    if (key === "Retry") found.push(...value);
    return value;
  });
  return found;
};

describe.each([
  ["link-account", 3],
  ["unlink-account", 1],
])("withNiaRetry of %s", (name, calls) => {
  const definition = readDefinition(name);
  const ofNia = ({ ErrorEquals }: Retrier) => ErrorEquals.includes("NiaUnavailable");

  it("sets how long calls to NIA are repeated, and nothing else", () => {
    const changed = retriers(withNiaRetry(definition, 60));
    expect(changed.filter(ofNia).map(({ MaxAttempts }) => MaxAttempts)).toEqual(
      Array.from({ length: calls }, () => 4),
    );
    const others = (list: Retrier[]) => list.filter((retrier) => !ofNia(retrier));
    expect(others(changed)).toEqual(others(retriers(definition)));
  });

  it("leaves the file's own number, within one, for the three days of the product", () => {
    const ours = retriers(withNiaRetry(definition, 3 * days)).find(ofNia);
    const written = retriers(definition).find(ofNia);
    expect(Math.abs((ours?.MaxAttempts ?? 0) - (written?.MaxAttempts ?? 0))).toBeLessThanOrEqual(1);
  });
});
