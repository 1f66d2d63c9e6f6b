import { beforeEach, describe, expect, it } from "vitest";
import { Conflict } from "../../../../lambdas/domain/errors.ts";
import { loadAccount } from "../../../../lambdas/services/load-account.ts";
import { endSessions } from "../../../../lambdas/services/sessions/end-sessions.ts";
import { makeLogIn } from "../../../../lambdas/services/sessions/log-in.ts";
import { makeListSessions } from "../../../../lambdas/services/sessions/list-sessions.ts";
import { makeLogOutOthers } from "../../../../lambdas/services/sessions/log-out.ts";
import { accountId, aSession, anAccount } from "../../../support/builders.ts";
import { memoryCeremonies } from "../../../support/memory-ceremonies.ts";
import { memoryPasswords } from "../../../support/memory-platform.ts";
import { aWorld, type World } from "../../../support/world.ts";

let world: World;
const ids = () => world.records.all("session").map(({ id }) => id);

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([
    { put: anAccount() },
    ...["one", "two", "three"].map((id) => ({ put: aSession([], { id }) })),
    { put: aSession([], { id: "another's", accountId: "b".repeat(32) }) },
    { put: { type: "claim", kind: "username", value: "jana.novakova", version: 0, accountId } },
  ]);
});

describe("the sessions of an account", () => {
  it.each([
    ["all", undefined, ["another's"]],
    ["all but one", { id: "two" }, ["two", "another's"]],
  ])("end: %s", async (_, except, left) => {
    await world.records.commit(endSessions(await loadAccount(world.records, accountId), except));
    expect(ids()).toEqual(left);
  });

  it("end together with the change, or not at all", async () => {
    const loaded = await loadAccount(world.records, accountId);
    await world.records.commit([{ put: world.records.all("session")[1]! }]);
    const change = [{ put: { ...loaded.account, passwordHash: "new" } }, ...endSessions(loaded)];
    await expect(world.records.commit(change)).rejects.toThrow(Conflict);
    expect(world.records.all("account")).not.toMatchObject([{ passwordHash: "new" }]);
    expect(ids()).toHaveLength(4);
  });

  it("stay ended for a login that was under way by the password of before", async () => {
    const passwords = memoryPasswords();
    const { verify } = passwords;
    passwords.verify = async (password, hash) => {
      const loaded = await loadAccount(world.records, accountId);
      await world.records.commit([
        { put: { ...loaded.account, passwordHash: "hash of a new one" } },
        ...endSessions(loaded),
      ]);
      return await verify(password, hash);
    };
    const logIn = makeLogIn(
      { ...world, passwords, ceremonies: memoryCeremonies() },
      { idle: 1800, absolute: 43_200 },
    );
    const typed = { login: "jana.novakova", password: "correct horse battery", userAgent: "test" };
    await expect(logIn(typed)).rejects.toThrow(Conflict);
    expect(ids()).toEqual(["another's"]);
  });
});

describe("the list of sessions", () => {
  it("has the living ones, last used first", async () => {
    const change = { lastUsedAt: "2026-11-23T09:10:00.000Z" };
    const fresh = aSession([], { id: "fresh", ...change });
    const over = aSession([], { id: "over", ...change, expiresAt: "2026-11-23T09:29:00.000Z" });
    await world.records.commit([{ put: fresh }, { put: over }]);
    const list = async () => {
      const found = await makeListSessions(world, { idle: 1800, absolute: 43_200 })(accountId);
      return found.map(({ id }) => id);
    };
    world.pass(1740);
    expect(await list()).toEqual(["fresh", "one", "two", "three"]);
    world.pass(60);
    expect(await list()).toEqual(["fresh"]);
  });
});

describe("signing out everywhere else", () => {
  const present = () => world.records.all("session").find(({ id }) => id === "two")!;

  it("ends the others and says so once", async () => {
    await makeLogOutOthers(world)(present());
    await makeLogOutOthers(world)(present());
    expect(ids()).toEqual(["two", "another's"]);
    expect(world.records.audit).toMatchObject([
      { action: "logged-out", actor: "user", accountId, reason: "other-sessions" },
    ]);
  });

  it("succeeds though one of them is being used", async () => {
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await world.records.commit([{ put: world.records.all("session")[0]! }]);
    };
    await makeLogOutOthers(world)(present());
    expect(ids()).toEqual(["two", "another's"]);
  });
});
