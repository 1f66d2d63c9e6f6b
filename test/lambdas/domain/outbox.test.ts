import { describe, expect, it } from "vitest";
import { finished, giveUpAfter } from "../../../lambdas/domain/outbox.ts";
import type { OutboxItem } from "../../../lambdas/domain/records.ts";

const now = "2026-11-23T09:00:00.000Z";
const item: OutboxItem = {
  type: "outbox-item",
  id: "item-1",
  version: 1,
  createdAt: now,
  attempts: 1,
  channel: "mail",
  template: "key-removed",
  accountId: "a",
  to: "old@example.cz",
  facts: { keyName: "Jana's key" },
};
const bare = { template: "key-removed", accountId: "a", channel: "mail" };

describe("an item that is done with says no more where it went nor of whom", () => {
  it.each([
    ["delivered", finished(item, { deliveredAt: now }), { deliveredAt: now }],
    ["given up", finished(item, { givenUpAt: now }), { givenUpAt: now }],
    ["given up after its last try", giveUpAfter({ ...item, attempts: 120 }, now), { givenUpAt: now }],
  ])("%s", (_, done, how) => {
    expect(done).toMatchObject({ ...bare, ...how });
    expect(done).not.toHaveProperty("to");
    expect(done).not.toHaveProperty("facts");
  });

  it("but one that will be tried again does", () => {
    expect(giveUpAfter(item, now)).toEqual(item);
  });
});
