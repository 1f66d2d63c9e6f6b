import { beforeEach, describe, expect, it } from "vitest";
import { makeChangePassword } from "../../../../lambdas/services/passwords/change-password.ts";
import { accountId, anAccount, aSession } from "../../../support/builders.ts";
import { commonPassword, memoryCommonPasswords, memoryPasswords } from "../../../support/memory-platform.ts";
import { aWorld, type World } from "../../../support/world.ts";

let world: World;
const account = () => world.records.all("account")[0]!;
const change = async (password = "a password of today") => {
  const ports = { ...world, passwords: memoryPasswords(), commonPasswords: memoryCommonPasswords };
  await makeChangePassword(ports)({ session: aSession([]), password });
};

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([
    { put: anAccount({ wrongPasswords: 3 }) },
    { put: aSession([]) },
    { put: aSession([], { id: "another" }) },
  ]);
});

describe("changing the password", () => {
  it("ends every other session, forgets wrong ones, tells the user and the audit, in one commit", async () => {
    let commits = 0;
    world.records.beforeCommit = () => {
      commits += 1;
    };
    await change();
    expect(commits).toBe(1);
    expect(account()).toMatchObject({ passwordHash: "hash of a password of today", wrongPasswords: 0 });
    expect(world.records.all("session").map(({ id }) => id)).toEqual([aSession([]).id]);
    expect(world.records.all("outbox-item")).toMatchObject([{ template: "password-changed", accountId }]);
    expect(world.records.audit).toMatchObject([{ action: "password-changed", accountId }]);
  });

  it.each([
    [commonPassword, "common-password"],
    ["jana.novakova", "own-name"],
  ])("to %s is refused, and nothing happens", async (password, code) => {
    await expect(change(password)).rejects.toMatchObject({ fields: [{ pointer: "/password", code }] });
    expect(account().passwordHash).toBe("hash of correct horse battery");
    expect(world.records.all("session")).toHaveLength(2);
  });

  it("wins over another change of the account, and keeps it", async () => {
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await world.records.commit([{ put: { ...account(), language: "en" } }]);
    };
    await change();
    expect(account()).toMatchObject({ language: "en", passwordHash: "hash of a password of today" });
  });
});
