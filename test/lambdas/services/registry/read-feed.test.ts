import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NiaReplyInvalid, NiaUnavailable } from "../../../../lambdas/domain/errors.ts";
import { setAside } from "../../../../lambdas/services/registry/set-aside.ts";
import type { NiaNotification } from "../../../../lambdas/services/ports/nia.ts";
import { aNotification, memoryFeed } from "../../../support/memory-feed.ts";
import type { World } from "../../../support/world.ts";
import { aLinkedWorld, mailsOf, reader, storedAccount } from "./syncing.ts";

const renamed = (id: number, lastName: string, more: Partial<NiaNotification> = {}) =>
  aNotification(id, { referenceData: { lastName }, ...more });

const cursor = async (world: World) => await world.records.get("feed-cursor", {});

describe("reading the change feed", () => {
  it.each([true, false])("goes page after page, the number asked from included: %s", async (inclusive) => {
    const world = await aLinkedWorld();
    const feed = memoryFeed(
      ["PRVNÍ", "DRUHÁ", "TŘETÍ", "ČTVRTÁ", "PÁTÁ"].map((name, at) => renamed(100 + at * 3, name)),
      { inclusive },
    );
    expect(await reader(world, feed)()).toEqual({ outcome: "done", notifications: 5, setAside: 0 });
    expect((await storedAccount(world)).person.lastName).toBe("Pátá");
    expect(await cursor(world)).toMatchObject({ lastId: "112", readAt: world.now });
    expect(await reader(world, feed)()).toMatchObject({ outcome: "done", notifications: 0 });
    expect(mailsOf(world)).toHaveLength(5);
  });

  it("leaves the rest to the next call when its time is over", async () => {
    const world = await aLinkedWorld();
    const feed = memoryFeed([1, 2, 3, 4, 5].map((id) => aNotification(id)));
    const read = feed.notifications;
    feed.notifications = async (fromId) => {
      world.pass(30);
      return await read(fromId);
    };
    expect(await reader(world, feed)()).toMatchObject({ outcome: "more", notifications: 3 });
    expect(await reader(world, feed)()).toMatchObject({ outcome: "done", notifications: 2 });
  });

  it("is one reader's at a time, until its lease is over", async () => {
    const world = await aLinkedWorld();
    const feed = memoryFeed([renamed(1, "NOVÁ")]);
    const second = reader(world, memoryFeed(feed.entries));
    const outcomes: string[] = [];
    const read = feed.notifications;
    feed.notifications = async (fromId) => {
      outcomes.push((await second()).outcome);
      return await read(fromId);
    };
    outcomes.push((await reader(world, feed)()).outcome);
    expect(outcomes).toEqual(["busy", "done"]);
    await world.records.commit([
      { put: { ...(await cursor(world))!, leaseUntil: "2026-11-23T09:01:00.000Z" } },
    ]);
    expect((await second()).outcome).toBe("busy");
    world.pass(61);
    expect((await second()).outcome).toBe("done");
  });

  it("stops with an error where a page says that there is more and brings nothing", async () => {
    const world = await aLinkedWorld();
    const feed = memoryFeed([aNotification(7)]);
    await reader(world, feed)();
    feed.notifications = async () => ({ notifications: feed.entries, unreadable: [], more: true });
    await expect(reader(world, feed)()).rejects.toBeInstanceOf(NiaReplyInvalid);
    expect(await cursor(world)).toMatchObject({ lastId: "7", leaseUntil: world.now });
  });

  it("gives the lease back when NIA is down", async () => {
    const world = await aLinkedWorld();
    const feed = memoryFeed([]);
    feed.notifications = async () => await Promise.reject(new NiaUnavailable("down"));
    await expect(reader(world, feed)()).rejects.toBeInstanceOf(NiaUnavailable);
    expect((await cursor(world))?.leaseUntil).toBe(world.now);
  });
});

describe("a notification that can't be applied", () => {
  const feedWithUnknown = () =>
    memoryFeed([aNotification(1, { pseudonym: "of-nobody" }), renamed(2, "NOVÁ"), renamed(3, "DALŠÍ")]);

  it("is set aside, and the rest goes on", async () => {
    const world = await aLinkedWorld();
    expect(await reader(world, feedWithUnknown())()).toEqual({
      outcome: "done",
      notifications: 3,
      setAside: 1,
    });
    expect((await storedAccount(world)).person.lastName).toBe("Další");
    expect(world.records.all("set-aside-notification")).toMatchObject([
      { id: "1", state: "waiting", why: "unknown-pseudonym" },
    ]);
  });

  it("is applied later, where it can be", async () => {
    const world = await aLinkedWorld();
    const read = reader(
      world,
      memoryFeed([aNotification(1, { pseudonym: "late", referenceData: { lastName: "POZDNÍ" } })]),
    );
    await read();
    const claim = { type: "claim", kind: "pseudonym", value: "late", version: 0 } as const;
    const account = await storedAccount(world);
    const link = { ...account.link!, pseudonym: "late" };
    await world.records.commit([{ put: { ...claim, accountId: account.id } }, { put: { ...account, link } }]);
    await read();
    expect((await storedAccount(world)).person.lastName).toBe("Pozdní");
    expect(world.records.all("set-aside-notification")).toMatchObject([{ state: "done" }]);
  });

  it("is an operator's after a day, once", async () => {
    const world = await aLinkedWorld();
    const read = reader(world, feedWithUnknown());
    await read();
    world.pass(86_401);
    await read();
    await read();
    expect(world.records.all("operator-case")).toMatchObject([
      { kind: "notification-set-aside", notificationId: "1" },
    ]);
  });

  it("is an operator's at once where it makes no sense, and the cursor passes it", async () => {
    const world = await aLinkedWorld();
    const feed = memoryFeed([renamed(1, "NOVÁ")]);
    const page = { notifications: feed.entries, unreadable: [{ id: "2", why: "Zdroj" }], more: false };
    feed.notifications = async () => page;
    const read = reader(world, feed);
    expect(await read()).toEqual({ outcome: "done", notifications: 2, setAside: 1 });
    expect(await read()).toMatchObject({ notifications: 0 });
    expect(await cursor(world)).toMatchObject({ lastId: "2" });
    expect(world.records.all("operator-case")).toMatchObject([
      { kind: "notification-unreadable", notificationId: "2" },
    ]);
  });

  it("is kept once, however often its page is read", async () => {
    const world = await aLinkedWorld();
    const { notificationOf } = await import("../../../../lambdas/services/registry/notification-of.ts");
    const one = notificationOf(aNotification(1));
    await setAside(world, one, "failed");
    await setAside(world, one, "failed");
    expect(world.records.all("set-aside-notification")).toHaveLength(1);
  });
});

/** Runs until the feed is read, dying at the n-th commit of each of the first calls. */
const readDying = async (world: World, feed: ReturnType<typeof memoryFeed>, deaths: readonly number[]) => {
  for (const death of [...deaths, Number.POSITIVE_INFINITY]) {
    let commits = 0;
    world.records.beforeCommit = () => {
      commits += 1;
      if (commits >= death) throw new Error("the process has died");
    };
    await reader(world, feed)().catch(() => undefined);
    world.records.beforeCommit = () => undefined;
    world.pass(121);
  }
};

describe("whatever dies, repeats or comes twice", () => {
  const entries = fc.array(
    fc.record({
      name: fc.constantFrom("EVA", "ANNA", "JANA"),
      known: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  );

  it("ends as if each notification had come once, in its order", async () => {
    await fc.assert(
      fc.asyncProperty(
        entries,
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
        fc.boolean(),
        async (wished, deaths, inclusive) => {
          const all = wished.map(({ name, known }, at) =>
            aNotification(at + 1, {
              referenceData: { firstName: name },
              ...(known ? {} : { pseudonym: "of-nobody" }),
            }),
          );
          const world = await aLinkedWorld();
          await readDying(world, memoryFeed(all, { inclusive }), deaths);
          const calm = await aLinkedWorld();
          await reader(calm, memoryFeed(all))();
          expect((await storedAccount(world)).person).toEqual((await storedAccount(calm)).person);
          const aside = (from: World) =>
            from.records
              .all("set-aside-notification")
              .map(({ id }) => id)
              .toSorted();
          expect(aside(world)).toEqual(aside(calm));
          expect(mailsOf(world)).toEqual(mailsOf(calm));
        },
      ),
      { numRuns: 60 },
    );
  });
});
