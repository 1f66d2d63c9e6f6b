import { beforeEach, describe, expect, it } from "vitest";
import { canBeLinked } from "../../../../lambdas/domain/checklist.ts";
import {
  CeremonyRefused,
  KeyCloned,
  KeyNotLinkable,
  NoUsableKey,
} from "../../../../lambdas/domain/errors.ts";
import { makeConfirm } from "../../../../lambdas/services/sessions/confirm.ts";
import { makeConfirmWithKey } from "../../../../lambdas/services/sessions/confirm-with-key.ts";
import { makeLogIn } from "../../../../lambdas/services/sessions/log-in.ts";
import { makeLogInWithKey } from "../../../../lambdas/services/sessions/log-in-with-key.ts";
import { accountId, aKey, anAccount, aSession } from "../../../support/builders.ts";
import { type AskedKeys, memoryCeremonies, touchOf } from "../../../support/memory-ceremonies.ts";
import { memoryPasswords } from "../../../support/memory-platform.ts";
import { aWorld, type World } from "../../../support/world.ts";

const times = { idle: 1800, absolute: 43_200 };
const userAgent = "test";
const password = "correct horse battery";
const cloned = "cloned-key";

let world: World;
const ports = () => ({ ...world, passwords: memoryPasswords(), ceremonies: memoryCeremonies() });
const key = () => world.records.all("security-key").find(({ id }) => id === cloned)!;

const askedToLogIn = async () => {
  const outcome = await makeLogIn(ports(), times)({ login: "jana.novakova", password, userAgent });
  if (outcome.state !== "security-key-needed") throw new Error("no key was asked for");
  return { handle: outcome.handle, ...(outcome.options as AskedKeys) };
};
const logIn = async (keyId = cloned) => {
  const { handle, challenge } = await askedToLogIn();
  const response = touchOf(keyId, challenge);
  return await makeLogInWithKey(ports(), times)({ handle, response, userAgent });
};
const askedToConfirm = async (keyIds?: string[]) => {
  const purpose = keyIds === undefined ? "add-key" : "link";
  const session = world.records.all("session")[0] ?? aSession([]);
  const outcome = await makeConfirm(ports())({ session, purpose, password, keyIds });
  if (outcome.state !== "security-key-needed") throw new Error("no key was asked for");
  return { session, confirmationId: outcome.confirmationId, ...(outcome.options as AskedKeys) };
};
const confirm = async () => {
  const { session, confirmationId, challenge } = await askedToConfirm();
  const response = touchOf(cloned, challenge);
  return await makeConfirmWithKey(ports())({ session, confirmationId, response });
};

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([
    { put: anAccount() },
    { put: { type: "claim", kind: "username", value: "jana.novakova", version: 0, accountId } },
    { put: aKey("key-1") },
    { put: aKey(cloned, { link: { authenticatorId: "record", state: "active", changedAt: world.now } }) },
    { put: aSession([]) },
    {
      put: {
        type: "authenticator",
        accountId,
        id: "record",
        version: 0,
        keyId: cloned,
        pseudonym: "pseudonym",
        wanted: "active",
        wantedAt: world.now,
        reason: "linked",
        known: "active",
        attempt: 0,
      },
    },
  ]);
});

describe.each([
  ["a login", logIn],
  ["a confirmation login", confirm],
])("a key whose counter went back at %s", (_, touch) => {
  let refusal: unknown;
  beforeEach(async () => {
    refusal = await touch().catch((error: unknown) => error);
  });

  it("opens nothing any more, and is suspended at NIA", () => {
    expect(refusal).toBeInstanceOf(KeyCloned);
    expect(key()).toMatchObject({
      clonedAt: world.now,
      link: { state: "suspended", suspendedFor: ["key-cloned"] },
    });
    expect(canBeLinked(key())).toBe(false);
    expect(world.records.all("authenticator")).toMatchObject([
      { wanted: "suspended", known: "active", reason: "key-cloned" },
    ]);
    const items = world.records.all("outbox-item");
    expect(items.filter(({ channel }) => channel === "workflow")).toMatchObject([{ action: "tell-nia" }]);
  });

  it("ends every session, and its owner is told", () => {
    expect(world.records.all("session")).toEqual([]);
    expect(world.records.all("confirmation")).toEqual([]);
    expect(world.records.all("login-attempt")).toEqual([]);
    expect(world.records.all("outbox-item").filter(({ channel }) => channel === "mail")).toMatchObject([
      { template: "key-cloned", accountId, facts: { keyName: "Key cloned-key" } },
    ]);
    expect(world.records.audit).toContainEqual(
      expect.objectContaining({ action: "key-cloned", accountId, keyId: cloned }),
    );
  });

  it("is not asked for any more, and refused all the same", async () => {
    expect((await askedToLogIn()).keyIds).toEqual(["key-1"]);
    await expect(logIn()).rejects.toThrow(CeremonyRefused);
    await expect(askedToConfirm([cloned])).rejects.toThrow(KeyNotLinkable);
    await expect(logIn("key-1")).resolves.toHaveProperty("token");
  });

  it("does not open the account to the password alone where it was the only one", async () => {
    await world.records.commit([{ remove: aKey("key-1", { version: 1 }) }]);
    await expect(askedToLogIn()).rejects.toThrow(NoUsableKey);
    await expect(askedToConfirm()).rejects.toThrow(NoUsableKey);
  });
});

it("a copy that shows twice at once is told of once", async () => {
  const [one, other] = [await askedToLogIn(), await askedToLogIn()];
  const answer = async ({ handle, challenge }: typeof one) =>
    await makeLogInWithKey(ports(), times)({ handle, response: touchOf(cloned, challenge), userAgent });
  const results = await Promise.allSettled([answer(one), answer(other)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const mails = world.records.all("outbox-item").filter(({ channel }) => channel === "mail");
  expect(mails).toHaveLength(1);
  expect(world.records.all("login-attempt")).toEqual([]);
});
