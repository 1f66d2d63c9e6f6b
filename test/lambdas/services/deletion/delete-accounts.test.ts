import { describe, expect, it } from "vitest";
import { isClosed } from "../../../../lambdas/domain/deletion.ts";
import { makeDeleteAccounts } from "../../../../lambdas/services/deletion/delete-accounts.ts";
import { accountId, aKey, aSession, aVerification } from "../../../support/builders.ts";
import type { World } from "../../../support/world.ts";
import { aFullWorld, aRound, anAuthenticator, DAY, leftOver, outside } from "./deleting.ts";

const strangers = ["account petr", "security-key", "claim pseudonym", "claim username"];

const untilGone = async (world: World, rounds = 12): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) await aRound(world);
};

const actions = ({ records }: World) => records.audit.map(({ action }) => action);
const mails = ({ records }: World) =>
  records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? [item.template] : []));

describe("an account whose deletion was asked for", () => {
  it("is left alone, reminded three days before, once, and gone after its time", async () => {
    const world = await aFullWorld();
    expect(await aRound(world)).toEqual({});
    world.pass(11 * DAY);
    expect(await aRound(world)).toEqual({ requested: 1 });
    expect(await aRound(world)).toEqual({});
    expect(mails(world)).toEqual(["deletion-reminder"]);
    expect(world.records.all("session")).toHaveLength(1);
    world.pass(3 * DAY);
    await untilGone(world);
    expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
    expect(mails(world)).toEqual(["deletion-reminder", "account-deleted"]);
  });

  it("keeps its audit events, and the last one says that it is gone", async () => {
    const world = await aFullWorld();
    world.pass(14 * DAY);
    await untilGone(world);
    expect(actions(world)).toEqual(["deletion-begun", "verification-cancelled", "account-deleted"]);
    expect(new Set(world.records.audit.map((event) => event.accountId))).toEqual(new Set([accountId]));
  });

  it("is closed, its verification cancelled and NIA told, before anything of it is removed but sessions", async () => {
    const world = await aFullWorld();
    world.pass(14 * DAY);
    expect(await makeDeleteAccounts(world)()).toEqual({ ending: 1 });
    const account = world.records.all("account").find(({ id }) => id === accountId);
    expect(account && isClosed(account)).toBe(true);
    expect(world.records.all("session")).toEqual([]);
    expect(world.records.all("verification").map(({ state }) => state)).toEqual(["cancelled", "stopped"]);
    expect(world.records.all("authenticator")).toMatchObject([
      { wanted: "ended", known: "active", reason: "account-deleted" },
      { wanted: "ended", known: "active", reason: "account-deleted" },
    ]);
    expect(world.records.all("security-key").map(({ link }) => link?.state)).toEqual([
      "ended",
      "ended",
      undefined,
    ]);
    const told = world.records.all("outbox-item").filter((item) => item.channel === "workflow");
    expect(told.map((item) => item.action)).toEqual(["tell-nia", "tell-nia"]);
  });

  it("waits for as long as NIA is not known to have ended each record, given up or not", async () => {
    const world = await aFullWorld();
    await world.records.commit([
      { put: anAuthenticator("3", { wanted: "ended", known: "unknown", givenUpAt: world.now }) },
    ]);
    world.pass(14 * DAY);
    for (let round = 0; round < 5; round += 1) expect(await aRoundWithout("3", world)).toEqual({ ending: 1 });
    expect(world.records.all("security-key")).toHaveLength(3);
    expect(mails(world)).toEqual([]);
    await untilGone(world);
    expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
  });

  it("waits for a completion under way, and then ends what that one has linked", async () => {
    const world = await aFullWorld();
    const completing = aVerification({ id: "completing", state: "completing", code: "CODE3" });
    await world.records.commit([{ put: completing }]);
    world.pass(14 * DAY);
    for (let round = 0; round < 3; round += 1) expect(await aRound(world)).toEqual({ ending: 1 });
    await world.records.commit([
      { put: { ...completing, version: 1, state: "completed", endedAt: world.now } },
      { put: anAuthenticator("9") },
    ]);
    await makeDeleteAccounts(world)();
    expect(world.records.all("authenticator").find(({ id }) => id === "9")).toMatchObject({
      wanted: "ended",
    });
    await untilGone(world);
    expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
  });

  it("is not removed before the last mail is delivered or given up", async () => {
    const world = await aFullWorld();
    world.pass(14 * DAY);
    await aRound(world);
    world.pass(60);
    expect(await makeDeleteAccounts(world)()).toEqual({ parting: 1 });
    world.pass(3600);
    expect(await makeDeleteAccounts(world)()).toEqual({ parting: 1 });
    const mail = world.records.all("outbox-item").find((item) => item.channel === "mail");
    await world.records.commit([{ put: { ...mail!, givenUpAt: world.now } }]);
    expect(await makeDeleteAccounts(world)()).toEqual({ gone: 1 });
    expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
  });

  it("leaves out what is cancelled while the list is being read", async () => {
    const world = await aFullWorld();
    world.pass(14 * DAY);
    const [listed] = await world.records.waiting("account", world.now);
    const { deletion: _deletion, ...kept } = listed!;
    const { waiting } = world.records;
    await world.records.commit([{ put: kept }]);
    world.records.waiting = (async () => [listed]) as unknown as typeof waiting;
    expect(await makeDeleteAccounts(world)()).toEqual({ gone: 1 });
    expect(leftOver(world)).toContain("account jana.novakova");
  });

  it("of hundreds of rows goes in several transactions, the account's own row the last", async () => {
    const world = await aFullWorld(120);
    for (let index = 0; index < 150; index += 1) {
      const ended = { state: "cancelled", endedAt: world.now } as const;
      await world.records.commit([{ put: aVerification({ id: `v${index}`, code: `V${index}`, ...ended }) }]);
    }
    world.pass(14 * DAY);
    const removals: string[][] = [];
    world.records.beforeCommit = (writes) => {
      const removed = writes.flatMap((write) => ("remove" in write ? [write.remove.type] : []));
      if (removed.length > 0) removals.push(removed);
    };
    await untilGone(world, 20);
    expect(removals.length).toBeGreaterThan(5);
    expect(removals.map((types) => types.includes("account"))).toEqual(
      removals.map((_, index) => index === removals.length - 1),
    );
    expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
  });
});

/** A round in which NIA is told of everything but one record. */
const aRoundWithout = async (id: string, world: World) => {
  world.pass(60);
  const counts = await makeDeleteAccounts(world)();
  const held = world.records.all("authenticator").find((row) => row.id === id)!;
  await outside(world);
  const now = world.records.all("authenticator").find((row) => row.id === id)!;
  await world.records.commit([{ put: { ...held, version: now.version } }]);
  return counts;
};

describe("a process that dies", () => {
  class Died extends Error {}

  /** Lets the schedule run, and dies instead of the n-th transaction. False where there is none such. */
  const dyingAt = async (world: World, n: number): Promise<boolean> => {
    let commits = 0;
    for (let round = 0; round < 12; round += 1) {
      world.pass(60);
      world.records.beforeCommit = () => {
        commits += 1;
        if (commits === n) throw new Died("here");
      };
      const result = await Promise.allSettled([makeDeleteAccounts(world)()]);
      world.records.beforeCommit = () => undefined;
      if (result[0].status === "rejected") return true;
      await outside(world);
    }
    return false;
  };

  /** Closed from the beginning on, found by its own row as long as anything is left, whole as long as NIA has a part. */
  const isSound = (world: World): boolean => {
    const account = world.records.all("account").find(({ id }) => id === accountId);
    if (account === undefined) return leftOver(world).length === strangers.length;
    const isUnsettled = world.records.all("authenticator").some(({ known }) => known !== "ended");
    return (
      isClosed(account) === actions(world).includes("deletion-begun") &&
      (!isUnsettled || world.records.all("security-key").length === 3)
    );
  };

  it("before any of its transactions: nobody gets in again, and the next one finishes", async () => {
    const clean = await aFullWorld();
    clean.pass(14 * DAY);
    await untilGone(clean);
    const seen: boolean[] = [];
    for (let n = 1; ; n += 1) {
      const world = await aFullWorld();
      world.pass(14 * DAY);
      if (!(await dyingAt(world, n))) break;
      seen.push(isSound(world));
      await untilGone(world);
      expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
      expect(actions(world)).toEqual(actions(clean));
      expect(mails(world)).toEqual(["account-deleted"]);
    }
    expect(seen.length).toBeGreaterThan(6);
    expect(seen).not.toContain(false);
  });

  it("or two at once: nothing is done twice", async () => {
    const world = await aFullWorld();
    world.pass(14 * DAY);
    for (let round = 0; round < 12; round += 1) {
      world.pass(60);
      await Promise.all([makeDeleteAccounts(world)(), makeDeleteAccounts(world)()]);
      await outside(world);
    }
    expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
    expect(actions(world).filter((action) => action === "account-deleted")).toHaveLength(1);
    expect(mails(world)).toEqual(["account-deleted"]);
  });
});

describe("what came to be after the sessions ended", () => {
  it("is ended and removed too", async () => {
    const world = await aFullWorld();
    world.pass(14 * DAY);
    await makeDeleteAccounts(world)();
    // A request that had begun before.
    await world.records.commit([
      { put: aSession([], { id: "late" }) },
      { put: aVerification({ id: "late", code: "LATE" }) },
      { put: aKey("late") },
    ]);
    await untilGone(world);
    expect(leftOver(world).toSorted()).toEqual(strangers.toSorted());
  });
});
