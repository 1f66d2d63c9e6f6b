import { beforeEach, describe, expect, it } from "vitest";
import { CeremonyRefused, Conflict, CredentialsWrong, KeyCloned } from "../../../../lambdas/domain/errors.ts";
import { makeLogIn } from "../../../../lambdas/services/sessions/log-in.ts";
import { makeLogInWithKey } from "../../../../lambdas/services/sessions/log-in-with-key.ts";
import { hashOf } from "../../../../lambdas/services/sessions/token.ts";
import { accountId, aKey, anAccount } from "../../../support/builders.ts";
import { type AskedKeys, memoryCeremonies, touchOf } from "../../../support/memory-ceremonies.ts";
import { memoryPasswords } from "../../../support/memory-platform.ts";
import { aWorld, type World } from "../../../support/world.ts";

const times = { idle: 1800, absolute: 43_200 };
const userAgent = "test";
const typed = { login: "jana.novakova", password: "correct horse battery", userAgent };

let world: World;
const ceremonies = memoryCeremonies();

const logIn = async (password = typed.password, passwords = memoryPasswords()) =>
  await makeLogIn({ ...world, passwords, ceremonies }, times)({ ...typed, password });
const wrongly = async (count: number) => {
  for (let tried = 0; tried < count; tried += 1)
    await expect(logIn("wrong")).rejects.toThrow(CredentialsWrong);
};
const account = () => world.records.all("account")[0]!;

describe("logging in with a key", () => {
  const keyId = "key-1";
  const begin = async () => {
    const outcome = await logIn();
    if (outcome.state !== "security-key-needed") throw new Error("no key was asked for");
    return { handle: outcome.handle, ...(outcome.options as AskedKeys) };
  };
  const finish = async (handle: string, response: ReturnType<typeof touchOf>) =>
    await makeLogInWithKey({ ...world, ceremonies }, times)({ handle, response, userAgent });

  beforeEach(async () => {
    world = aWorld();
    await world.records.commit([
      { put: anAccount() },
      { put: { type: "claim", kind: "username", value: "jana.novakova", version: 0, accountId } },
      { put: aKey(keyId) },
      { put: aKey("cloned-key") },
    ]);
  });

  it("opens nothing with the password alone", async () => {
    const { handle, keyIds } = await begin();
    expect(keyIds.toSorted()).toEqual(["cloned-key", keyId]);
    expect(world.records.all("session")).toEqual([]);
    expect(world.records.all("login-attempt")).toMatchObject([{ id: hashOf(handle), accountId }]);
    expect(JSON.stringify(world.records.all("login-attempt"))).not.toContain(handle);
  });

  it("is refused where the deletion of the account has begun since", async () => {
    const { handle, challenge } = await begin();
    const at = "2026-11-15T09:00:00.000Z";
    const deletion = { requestedAt: at, dueAt: at, step: "ending", stepAt: at } as const;
    await world.records.commit([{ put: { ...account(), deletion } }]);
    await expect(finish(handle, touchOf(keyId, challenge))).rejects.toThrow(CeremonyRefused);
    expect(world.records.all("session")).toEqual([]);
  });

  it("is refused with a wrong password, and no key is asked for", async () => {
    await wrongly(1);
    expect(world.records.all("login-attempt")).toEqual([]);
  });

  it("opens a session with the key, notes its counter, and forgets wrong passwords", async () => {
    await wrongly(3);
    const { handle, challenge } = await begin();
    expect(account().wrongPasswords).toBe(3);
    const { session, token } = await finish(handle, touchOf(keyId, challenge));
    expect(session).toMatchObject({ method: "password-and-key", tokenHash: hashOf(token) });
    expect(await world.records.get("security-key", { accountId, id: keyId })).toMatchObject({
      counter: 1,
      lastUsedAt: world.now,
    });
    expect(account().wrongPasswords).toBe(0);
    expect(world.records.audit.at(-1)).toMatchObject({ action: "logged-in", keyId });
  });

  it("replaces a hash of other parameters as soon as the password was right", async () => {
    await world.records.commit([
      { put: { ...account(), passwordHash: "old hash of correct horse battery" } },
    ]);
    const { handle, challenge } = await begin();
    expect(account().passwordHash).toBe("hash of correct horse battery");
    await expect(finish(handle, touchOf(keyId, challenge))).resolves.toMatchObject({
      session: { accountId },
    });
  });

  it("takes each handle once", async () => {
    const { handle, challenge } = await begin();
    await finish(handle, touchOf(keyId, challenge));
    await expect(finish(handle, touchOf(keyId, challenge))).rejects.toThrow(CeremonyRefused);
    expect(world.records.all("session")).toHaveLength(1);
  });

  it("lets one of two answers at the same moment win", async () => {
    const { handle, challenge } = await begin();
    const results = await Promise.allSettled([
      finish(handle, touchOf(keyId, challenge)),
      finish(handle, touchOf(keyId, challenge)),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(world.records.all("session")).toHaveLength(1);
  });

  it.each([
    ["a key of another challenge", touchOf(keyId, "challenge-0"), CeremonyRefused, "key-refused"],
    ["a key that was copied", undefined, KeyCloned, "key-cloned"],
  ])("ends the attempt with %s", async (_, response, refusal, reason) => {
    const { handle, challenge } = await begin();
    await expect(finish(handle, response ?? touchOf("cloned-key", challenge))).rejects.toThrow(refusal);
    expect(world.records.audit.at(-1)).toMatchObject({ action: "login-refused", reason });
    await expect(finish(handle, touchOf(keyId, challenge))).rejects.toThrow(CeremonyRefused);
    expect(world.records.all("session")).toEqual([]);
  });

  it("is refused for a key of someone else", async () => {
    const { handle, challenge } = await begin();
    await expect(finish(handle, touchOf("key-9", challenge))).rejects.toThrow(CeremonyRefused);
  });

  it("is refused once the password is another one", async () => {
    const { handle, challenge } = await begin();
    await world.records.commit([{ put: { ...account(), passwordHash: "hash of another one" } }]);
    await expect(finish(handle, touchOf(keyId, challenge))).rejects.toThrow(CeremonyRefused);
    expect(world.records.all("session")).toEqual([]);
  });

  it("is refused after five minutes, and with a handle that was never given", async () => {
    const { handle, challenge } = await begin();
    await expect(finish("never-given", touchOf(keyId, challenge))).rejects.toThrow(CeremonyRefused);
    world.pass(300);
    await expect(finish(handle, touchOf(keyId, challenge))).rejects.toThrow(CeremonyRefused);
  });

  it("asks for no key where a wrong password was counted while this one was being checked", async () => {
    const slow = memoryPasswords();
    slow.verify = async () => {
      const blocked = { wrongPasswords: 6, passwordBlockedAt: world.now };
      await world.records.commit([{ put: { ...account(), ...blocked } }]);
      return true;
    };
    await expect(logIn(typed.password, slow)).rejects.toThrow(Conflict);
    expect(world.records.all("login-attempt")).toEqual([]);
  });
});
