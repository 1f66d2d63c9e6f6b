import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { Conflict, NotLoggedIn } from "../../../../lambdas/domain/errors.ts";
import { makeAuthenticate } from "../../../../lambdas/services/sessions/authenticate.ts";
import { makeLogOut } from "../../../../lambdas/services/sessions/log-out.ts";
import { newSession } from "../../../../lambdas/services/sessions/open-session.ts";
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
    await expect(makeLogOut(world)(session)).rejects.toThrow(Conflict);
  });
});

describe("what is no token", () => {
  it.each([
    ["none", undefined],
    ["empty", ""],
    ["too short", "abc"],
    ["too long", "A".repeat(100)],
    ["not base64url", "ěščř".repeat(16)],
    ["a key of the table", `ACCOUNT#${accountId}`],
  ])("is refused without a read: %s", async (_, garbage) => {
    const calls = countCalls();
    await expect(makeAuthenticate(world, times)(garbage)).rejects.toThrow(NotLoggedIn);
    expect(calls).toEqual([]);
  });

  it.each([
    ["of nobody", () => randomBytes(48).toString("base64url")],
    ["with another end", () => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["with something behind", () => `${token}=`],
    ["that is the stored hash", () => stored().id],
  ])("is refused where it looks like one: %s", async (_, forged) => {
    await expect(authenticate(forged())).rejects.toThrow(NotLoggedIn);
  });
});
