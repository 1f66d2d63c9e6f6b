import { beforeEach, describe, expect, it } from "vitest";
import { CredentialsWrong, PasswordBlocked } from "../../../../lambdas/domain/errors.ts";
import { MOST_SESSIONS } from "../../../../lambdas/domain/most.ts";
import { makeLogIn } from "../../../../lambdas/services/sessions/log-in.ts";
import { hashOf } from "../../../../lambdas/services/sessions/token.ts";
import { accountId, anAccount } from "../../../support/builders.ts";
import { memoryCeremonies } from "../../../support/memory-ceremonies.ts";
import { memoryPasswords } from "../../../support/memory-platform.ts";
import { aWorld, type World } from "../../../support/world.ts";

const times = { idle: 1800, absolute: 43_200 };
const right = "correct horse battery";
const userAgent = "test";

let world: World;
let passwords: ReturnType<typeof memoryPasswords>;
const ceremonies = memoryCeremonies();

const logIn = async (password = right, login = "jana.novakova") =>
  await makeLogIn({ ...world, passwords, ceremonies }, times)({ login, password, userAgent });
const wrongly = async (count: number) => {
  for (let tried = 0; tried < count; tried += 1)
    await expect(logIn("wrong")).rejects.toThrow(CredentialsWrong);
};
const account = () => world.records.all("account")[0]!;
const mails = () =>
  world.records.all("outbox-item").map((item) => (item.channel === "mail" ? item.template : item.channel));
const actions = () => world.records.audit.map(({ action }) => action);
const claim = (kind: "username" | "email", value: string) => ({
  put: { type: "claim" as const, kind, value, version: 0, accountId },
});

beforeEach(async () => {
  world = aWorld();
  passwords = memoryPasswords();
  await world.records.commit([
    { put: anAccount() },
    claim("username", "jana.novakova"),
    claim("email", "jana@example.cz"),
  ]);
});

describe("an account that is being deleted", () => {
  const deletion = { requestedAt: "2026-11-01T09:00:00.000Z", dueAt: "2026-11-15T09:00:00.000Z" };
  const inStep = async (step: "requested" | "ending" | "parting" | "purging") =>
    await world.records.commit([
      { put: { ...account(), deletion: { ...deletion, step, stepAt: deletion.dueAt } } },
    ]);

  it("can be logged in to while that can be cancelled", async () => {
    await inStep("requested");
    expect(await logIn()).toMatchObject({ state: "logged-in" });
  });

  it.each(["ending", "parting", "purging"] as const)("is like an unknown one once it is %s", async (step) => {
    await inStep(step);
    await expect(logIn()).rejects.toThrow(CredentialsWrong);
    await expect(logIn("wrong")).rejects.toThrow(CredentialsWrong);
    expect(passwords.verified).toEqual([undefined, undefined]);
    expect(actions()).toEqual([]);
  });
});

describe("logging in without a key", () => {
  it.each([
    ["jana.novakova"],
    ["Jana.Novakova"],
    [" jana.novakova "],
    ["jana@example.cz"],
    ["JANA@example.CZ"],
  ])("takes username or e-mail: “%s”", async (login) => {
    expect(await logIn(right, login)).toMatchObject({ state: "logged-in", session: { accountId } });
  });

  it("opens a session of which only the hash of its token is stored", async () => {
    const outcome = await logIn();
    const token = outcome.state === "logged-in" ? outcome.token : "";
    expect(world.records.all("session")).toMatchObject([
      {
        tokenHash: hashOf(token),
        method: "password",
        userAgent,
        confirmed: [],
        expiresAt: "2026-11-23T21:00:00.000Z",
      },
    ]);
    expect(JSON.stringify(world.records.all("session"))).not.toContain(token);
    expect(world.records.audit).toMatchObject([{ action: "logged-in", accountId, reason: "password" }]);
  });

  it("replaces a hash of other parameters, and only that", async () => {
    const old = { passwordHash: `old hash of ${right}` };
    await world.records.commit([{ put: { ...account(), ...old } }]);
    await logIn();
    expect(account().passwordHash).toBe(`hash of ${right}`);
    await world.records.commit([{ put: { ...account(), ...old } }]);
    await wrongly(1);
    expect(account()).toMatchObject(old);
  });

  it("gives each login a token of its own", async () => {
    await logIn();
    await logIn();
    expect(world.records.all("session")).toHaveLength(2);
  });

  it("keeps as many sessions as there may be, and ends those not used for the longest time", async () => {
    const moments: string[] = [];
    for (let count = 0; count < MOST_SESSIONS + 5; count += 1) {
      moments.push(world.now);
      await logIn();
      world.pass(1);
    }
    const began = world.records.all("session").map(({ createdAt }) => createdAt);
    expect(began.toSorted()).toEqual(moments.slice(5));
  });

  it("clears away those that are over", async () => {
    await logIn();
    world.pass(times.idle);
    await logIn();
    expect(world.records.all("session")).toMatchObject([{ createdAt: world.now }]);
  });
});

describe("what is wrong", () => {
  const callsOf = async (login: string, password: string) => {
    const calls: string[] = [];
    const { get, account: load } = world.records;
    world.records.get = async (type, key) => {
      calls.push(`get ${type}`);
      return await get(type, key);
    };
    world.records.account = async (id) => {
      calls.push("account");
      return await load(id);
    };
    await expect(logIn(password, login)).rejects.toThrow(CredentialsWrong);
    return calls;
  };

  it.each([["nobody"], ["nobody@example.cz"], [""]])(
    "an unknown account is verified all the same: “%s”",
    async (login) => {
      expect(await callsOf(login, right)).toEqual(["get claim", "account", "account"]);
      expect(passwords.verified).toEqual([undefined]);
    },
  );

  it("a known account is read the same way", async () => {
    expect((await callsOf("jana.novakova", "wrong")).slice(0, 2)).toEqual(["get claim", "account"]);
    expect(passwords.verified).toEqual([account().passwordHash]);
  });

  it("says nothing of which it was", async () => {
    const reasons = await Promise.allSettled([logIn("wrong"), logIn(right, "nobody")]);
    expect(reasons.map((result) => result.status === "rejected" && (result.reason as Error).name)).toEqual([
      "CredentialsWrong",
      "CredentialsWrong",
    ]);
  });

  it("is counted and told to the audit", async () => {
    await wrongly(2);
    expect(account().wrongPasswords).toBe(2);
    expect(actions()).toEqual(["login-refused", "login-refused"]);
  });

  it("is forgotten with the next right password", async () => {
    await wrongly(5);
    await logIn();
    expect(account().wrongPasswords).toBe(0);
    await wrongly(5);
    expect(account()).not.toHaveProperty("passwordBlockedAt");
  });

  it("is counted each, where they come at the same moment", async () => {
    await Promise.allSettled([logIn("wrong"), logIn("wrong"), logIn("wrong")]);
    expect(account().wrongPasswords).toBe(3);
  });
});

describe("six wrong passwords", () => {
  beforeEach(async () => {
    await wrongly(6);
  });

  it("block, and the user is told once", async () => {
    await wrongly(3);
    expect(account()).toMatchObject({ passwordBlockedAt: world.now, wrongPasswords: 9 });
    expect(mails()).toEqual(["password-blocked"]);
    expect(actions().filter((action) => action === "password-blocked")).toHaveLength(1);
  });

  it("are told only to who knows the password", async () => {
    await expect(logIn(right)).rejects.toThrow(PasswordBlocked);
    await expect(logIn("wrong")).rejects.toThrow(CredentialsWrong);
    expect(world.records.all("session")).toEqual([]);
  });
});
