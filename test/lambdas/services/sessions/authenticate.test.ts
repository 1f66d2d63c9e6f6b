import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { NotFound, NotLoggedIn } from "../../../../lambdas/domain/errors.ts";
import { makeAuthenticate } from "../../../../lambdas/services/sessions/authenticate.ts";
import { makeLogOut } from "../../../../lambdas/services/sessions/log-out.ts";
import { newSession, rotated } from "../../../../lambdas/services/sessions/open-session.ts";
import { accountId } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const times = { idle: 1800, absolute: 7200 };

let world: World;
let token: string;
const authenticate = async (given: string | undefined = token) => await makeAuthenticate(world, times)(given);
const stored = () => world.records.all("session")[0]!;

const countCalls = () => {
  const calls: string[] = [];
  const { get, account } = world.records;
  world.records.get = async (type, key) => {
    calls.push(`get ${type}`);
    return await get(type, key);
  };
  world.records.account = async (id) => {
    calls.push("account");
    return await account(id);
  };
  world.records.beforeCommit = () => {
    calls.push("commit");
  };
  return calls;
};

beforeEach(async () => {
  world = aWorld();
  const details = { accountId, method: "password" as const, userAgent: "test" };
  const opened = newSession(world.random, times, world.now, details);
  ({ token } = opened);
  await world.records.commit([{ put: opened.session }]);
});

describe("a session", () => {
  it("is found by its token in one read", async () => {
    const calls = countCalls();
    expect(await authenticate()).toEqual(stored());
    expect(calls).toEqual(["get session"]);
  });

  it.each([
    ["lives while it is used", 1799, true],
    ["ends when it was not used for as long", 1800, false],
  ])("%s: %i seconds", async (_, seconds, lives) => {
    world.pass(seconds);
    const [result] = await Promise.allSettled([authenticate()]);
    expect(result?.status).toBe(lives ? "fulfilled" : "rejected");
  });

  it("ends in the end, however much it is used", async () => {
    for (let passed = 1500; passed < times.absolute; passed += 1500) {
      world.pass(1500);
      await authenticate();
    }
    world.pass(1200);
    await expect(authenticate()).rejects.toThrow(NotLoggedIn);
  });

  it.each([
    ["at once", 0, false],
    ["after five minutes", 300, false],
    ["later", 301, true],
  ])("notes its use, but not with each request: %s", async (_, seconds, noted) => {
    world.pass(seconds);
    const session = await authenticate();
    expect(stored().lastUsedAt).toBe(noted ? world.now : "2026-11-23T09:00:00.000Z");
    expect(session).toEqual(stored());
  });

  it("used twice at the same moment serves both", async () => {
    world.pass(400);
    const [one, two] = await Promise.all([authenticate(), authenticate()]);
    expect(one).toEqual(stored());
    expect(two).toEqual(stored());
  });

  it("that ended while its use was noted is over", async () => {
    world.pass(400);
    const session = stored();
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await world.records.commit([{ remove: session }]);
    };
    await expect(authenticate()).rejects.toThrow(NotLoggedIn);
  });

  it("does not hide that the database fails", async () => {
    world.pass(400);
    world.records.beforeCommit = () => {
      throw new Error("down");
    };
    await expect(authenticate()).rejects.toThrow("down");
  });

  it("ends with the log-out, and only this one", async () => {
    const details = { accountId, method: "password" as const, userAgent: "other" };
    const other = newSession(world.random, times, world.now, details);
    await world.records.commit([{ put: other.session }]);
    await makeLogOut(world)(await authenticate());
    await expect(authenticate()).rejects.toThrow(NotLoggedIn);
    expect(await authenticate(other.token)).toMatchObject({ userAgent: "other" });
    expect(world.records.audit).toMatchObject([{ action: "logged-out", actor: "user", accountId }]);
  });

  it("can't be ended twice", async () => {
    const session = await authenticate();
    await makeLogOut(world)(session);
    await expect(makeLogOut(world)(session)).rejects.toThrow(NotFound);
  });

  it("is ended though it is being used at the same moment", async () => {
    const session = await authenticate();
    world.pass(400);
    await authenticate();
    await makeLogOut(world)(session);
    expect(world.records.all("session")).toEqual([]);
  });

  it.each([
    ["as long as it may be idle", 59, true],
    ["not longer", 60, false],
  ])("that is short is noted often enough to live %s", async (_, pause, lives) => {
    const short = { idle: 60, absolute: 7200 };
    world.pass(20);
    await makeAuthenticate(world, short)(token);
    expect(stored().lastUsedAt).toBe(world.now);
    world.pass(pause);
    const [result] = await Promise.allSettled([makeAuthenticate(world, short)(token)]);
    expect(result?.status).toBe(lives ? "fulfilled" : "rejected");
  });
});

describe("a token that was replaced", () => {
  const replace = async () => {
    const confirmed = [{ purpose: "add-key" as const, until: "2026-11-23T09:05:00.000Z", keyIds: [] }];
    const next = rotated(world.random, world.now, stored(), confirmed);
    await world.records.commit([{ put: next.session }]);
    return next.token;
  };
  const read = async () => await makeAuthenticate(world, times)(token, "reading");

  it("is dead at once for whatever changes something, and the new one lives", async () => {
    const next = await replace();
    await expect(authenticate()).rejects.toThrow(NotLoggedIn);
    expect(await authenticate(next)).toMatchObject({ confirmed: [{ purpose: "add-key" }] });
  });

  it("still reads for ten seconds, without what the new one may", async () => {
    await replace();
    world.pass(9);
    expect(await read()).toMatchObject({ accountId, confirmed: [] });
    world.pass(1);
    await expect(read()).rejects.toThrow(NotLoggedIn);
  });

  it("reads no more once it was replaced twice, or the session has ended", async () => {
    const next = await replace();
    await replace();
    await expect(read()).rejects.toThrow(NotLoggedIn);
    expect(await makeAuthenticate(world, times)(next, "reading")).toMatchObject({ confirmed: [] });
    await makeLogOut(world)(stored());
    await expect(makeAuthenticate(world, times)(next, "reading")).rejects.toThrow(NotLoggedIn);
  });

  it("leaves the session its age", async () => {
    world.pass(1500);
    await authenticate();
    const before = stored();
    const next = await replace();
    expect(stored()).toMatchObject({
      id: before.id,
      createdAt: before.createdAt,
      expiresAt: before.expiresAt,
    });
    world.pass(1800);
    await expect(authenticate(next)).rejects.toThrow(NotLoggedIn);
  });
});

describe("what is no token", () => {
  it.each([
    ["none", undefined],
    ["empty", ""],
    ["too short", "abc"],
    ["too long", "A".repeat(130)],
    ["not base64url", "ěščř".repeat(16)],
    ["a key of the table", `ACCOUNT#${accountId}`],
  ])("is refused without a read: %s", async (_, garbage) => {
    const calls = countCalls();
    await expect(makeAuthenticate(world, times)(garbage)).rejects.toThrow(NotLoggedIn);
    expect(calls).toEqual([]);
  });

  it.each([
    ["of nobody", () => randomBytes(64).toString("base64url")],
    ["with another end", () => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["with something behind", () => `${token}=`],
    ["that is the stored hash", () => stored().tokenHash],
  ])("is refused where it looks like one: %s", async (_, forged) => {
    await expect(authenticate(forged())).rejects.toThrow(NotLoggedIn);
  });
});
