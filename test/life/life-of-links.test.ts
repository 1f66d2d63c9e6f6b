import { describe, expect, it } from "vitest";
import { breaches } from "./invariants.ts";
import { aLife } from "./life.ts";

const ACCOUNTS = 25;
const MOMENTS = 2500;
/** One life a seed; another set of them by LIFE_SEED. */
const first = Number(process.env["LIFE_SEED"] ?? 1);
const lives = Array.from({ length: 10 }, (_, index) => first + index);

describe("the life of links, whatever users, offices and accidents do", () => {
  const happened = new Map<string, number>();

  it.each(lives)("life %i ends as it must", { timeout: 120_000 }, async (seed) => {
    const life = await aLife(seed, ACCOUNTS);
    for (let count = 0; count < MOMENTS; count += 1) await life.moment();
    await life.heal();
    for (const { action } of life.world.records.audit) happened.set(action, (happened.get(action) ?? 0) + 1);
    expect(breaches(life)).toEqual([]);
  });

  it.each([
    ["account-linked", 150],
    ["account-unlinked", 50],
    ["portal-refused", 20],
    ["completion-undone", 5],
    ["key-removed", 50],
    ["key-ended", 50],
    ["registry-data-changed", 20],
    ["link-suspended", 5],
    ["account-deleted", 3],
  ])("has seen %s at least %i times: a life without it would prove nothing", (action, times) => {
    expect(happened.get(action) ?? 0).toBeGreaterThanOrEqual(times);
  });
});
