import { describe, expect, it } from "vitest";
import { aLife } from "./life.ts";
import { breaches } from "./invariants.ts";

const ACCOUNTS = 20;
const MOMENTS = 1500;
/** One life a seed; another set of them by LIFE_SEED. */
const first = Number(process.env["LIFE_SEED"] ?? 1);
const lives = Array.from({ length: 8 }, (_, index) => first + index);

describe("the life of links, whatever users, offices and accidents do", () => {
  it.each(lives)("life %i ends as it must", { timeout: 120_000 }, async (seed) => {
    const life = await aLife(seed, ACCOUNTS);
    for (let count = 0; count < MOMENTS; count += 1) await life.moment();
    await life.heal();
    const { audit } = life.world.records;
    const happened = (action: string) => audit.filter((event) => event.action === action).length;
    // A life in which nothing happens would prove nothing.
    expect(happened("account-linked")).toBeGreaterThan(20);
    for (const action of [
      "account-unlinked",
      "completion-undone",
      "key-removed",
      "key-ended",
      "registry-data-changed",
      "link-suspended",
      "account-deleted",
    ])
      expect({ action, times: happened(action) }).not.toMatchObject({ times: 0 });
    expect(breaches(life)).toEqual([]);
  });
});
