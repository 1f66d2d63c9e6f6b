import { expect, it } from "vitest";
import { makeIsMetadataCurrent } from "../../../../lambdas/services/models/metadata-current.ts";

const TOLERATED = 14 * 86_400;
const ask = async (now: string, nextUpdate: string | undefined) => {
  const current = nextUpdate === undefined ? undefined : { no: 291, nextUpdate, checkedAt: now };
  return await makeIsMetadataCurrent(
    { models: { current: async () => current }, clock: () => now },
    TOLERATED,
  )();
};

it.each([
  ["before their next update", "2026-10-31T23:59:59.000Z", "2026-11-01", true],
  ["a little past it", "2026-11-14T23:59:59.000Z", "2026-11-01", true],
  ["at the end of what is tolerated", "2026-11-15T00:00:00.000Z", "2026-11-01", true],
  ["after that", "2026-11-15T00:00:01.000Z", "2026-11-01", false],
  ["when there are none", "2026-11-15T00:00:00.000Z", undefined, false],
])("metadata are current %s: %s", async (_, now, nextUpdate, expected) => {
  expect(await ask(now, nextUpdate)).toBe(expected);
});
