import { describe, expect, it } from "vitest";
import { judgeCounter } from "../../../lambdas/domain/key-counter.ts";

const createdAt = "2026-11-01T09:00:00.000Z";
const lastUsedAt = "2026-11-23T09:00:00.000Z";
const before = "2026-11-23T08:59:59.999Z";
const after = "2026-11-23T09:00:00.001Z";

describe("a signature counter", () => {
  it.each<[string, number, number, string, ReturnType<typeof judgeCounter>]>([
    ["rises", 4, 5, after, "risen"],
    ["rises by much", 4, 4_294_967_295, after, "risen"],
    ["rises though it was asked for before the last use", 4, 5, before, "risen"],
    ["is kept by neither", 0, 0, after, "risen"],
    ["begins", 0, 1, after, "risen"],
    ["stands still", 5, 5, after, "cloned"],
    ["goes back", 5, 4, after, "cloned"],
    ["goes back to nothing", 5, 0, after, "cloned"],
    ["was asked for at the moment of the last use", 5, 5, lastUsedAt, "cloned"],
    ["was asked for before the last use, and so may only be late", 6, 5, before, "late"],
    ["stands still, asked for before the last use", 5, 5, before, "late"],
  ])("that %s", (_, stored, reported, askedAt, verdict) => {
    expect(judgeCounter({ counter: stored, lastUsedAt, createdAt }, reported, askedAt)).toBe(verdict);
  });

  it("of a key that was never used goes by its registration", () => {
    expect(judgeCounter({ counter: 5, createdAt }, 5, after)).toBe("cloned");
    expect(judgeCounter({ counter: 5, createdAt }, 6, after)).toBe("risen");
  });
});
