import { describe, expect, it } from "vitest";
import { WrongState } from "../../../../lambdas/domain/errors.ts";
import { makeCancelDeletion } from "../../../../lambdas/services/deletion/cancel-deletion.ts";
import { makeDeleteAccounts } from "../../../../lambdas/services/deletion/delete-accounts.ts";
import { makeRequestDeletion } from "../../../../lambdas/services/deletion/request-deletion.ts";
import { accountId, anAccount, aSession } from "../../../support/builders.ts";
import { aWorld } from "../../../support/world.ts";
import { DAY } from "./deleting.ts";

const aLoggedInWorld = async () => {
  const world = aWorld();
  for (const put of [
    anAccount(),
    aSession([]),
    aSession([], { id: "phone" }),
    aSession([], { id: "tablet" }),
  ])
    await world.records.commit([{ put }]);
  return world;
};
const mails = (world: Awaited<ReturnType<typeof aLoggedInWorld>>) =>
  world.records.all("outbox-item").map((item) => (item.channel === "mail" ? item.template : item.channel));

describe("asking for the deletion", () => {
  it("says when, ends every other session, tells by mail and notes it", async () => {
    const world = await aLoggedInWorld();
    const deletion = await makeRequestDeletion(world, 14 * DAY)(aSession([]));
    expect(deletion).toMatchObject({ requestedAt: world.now, dueAt: "2026-12-07T09:00:00.000Z" });
    expect(world.records.all("account")[0]?.deletion).toEqual(deletion);
    expect(world.records.all("session").map(({ id }) => id)).toEqual([aSession([]).id]);
    expect(mails(world)).toEqual(["deletion-requested"]);
    expect(world.records.audit).toMatchObject([{ action: "deletion-requested", actor: "user", accountId }]);
  });

  it("twice, one after the other or at once, is as good as once", async () => {
    const world = await aLoggedInWorld();
    const request = makeRequestDeletion(world, 14 * DAY);
    const [first, second] = await Promise.all([request(aSession([])), request(aSession([]))]);
    world.pass(DAY);
    expect(await request(aSession([]))).toEqual(first);
    expect(second).toEqual(first);
    expect(mails(world)).toEqual(["deletion-requested"]);
  });
});

describe("keeping the account", () => {
  it("leaves it as it was and says so by mail", async () => {
    const world = await aLoggedInWorld();
    await makeRequestDeletion(world, 14 * DAY)(aSession([]));
    await makeCancelDeletion(world)(accountId);
    expect(world.records.all("account")).toEqual([{ ...anAccount(), version: 3 }]);
    expect(mails(world)).toEqual(["deletion-requested", "deletion-cancelled"]);
    expect(world.records.audit.map(({ action }) => action)).toEqual([
      "deletion-requested",
      "deletion-cancelled",
    ]);
    world.pass(20 * DAY);
    expect(await makeDeleteAccounts(world)()).toEqual({});
  });

  it("is no error where nothing was asked for", async () => {
    const world = await aLoggedInWorld();
    await makeCancelDeletion(world)(accountId);
    expect(world.records.audit).toEqual([]);
  });

  it("is too late once the deletion has begun", async () => {
    const world = await aLoggedInWorld();
    await makeRequestDeletion(world, 14 * DAY)(aSession([]));
    world.pass(14 * DAY);
    await makeDeleteAccounts(world)();
    await expect(makeCancelDeletion(world)(accountId)).rejects.toThrow(WrongState);
  });
});
