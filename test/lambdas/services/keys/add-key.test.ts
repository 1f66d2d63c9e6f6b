import { beforeEach, describe, expect, it } from "vitest";
import {
  CeremonyRefused,
  KeyAlreadyAdded,
  NotFound,
  NotLoggedIn,
  TooManyKeys,
} from "../../../../lambdas/domain/errors.ts";
import { MOST_KEYS } from "../../../../lambdas/domain/most.ts";
import type { Grade } from "../../../../lambdas/domain/security-key.ts";
import { makeAddKey, makeKeyOptions } from "../../../../lambdas/services/keys/add-key.ts";
import { makeRenameKey } from "../../../../lambdas/services/keys/rename-key.ts";
import { addedKey, removedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { accountId, aKey, anAccount, aSession } from "../../../support/builders.ts";
import { type AskedKeys, memoryCeremonies, newKeyOf } from "../../../support/memory-ceremonies.ts";
import { memoryModels } from "../../../support/memory-models.ts";
import { aWorld, type World } from "../../../support/world.ts";

const certified: Grade = {
  level: "FIDO_CERTIFIED_L2",
  linkable: true,
  reason: "certified",
  metadataNo: 291,
  gradedAt: "2026-11-23T09:00:00.000Z",
};
const unproven: Grade = {
  linkable: false,
  reason: "no-attestation",
  gradedAt: "2026-11-23T09:00:00.000Z",
};
let world: World;
let graded: { grade: Grade; modelKey?: string; modelName?: string };
const ceremonies = memoryCeremonies();
const session = aSession([]);

const begin = async () => {
  const { ceremonyId, options } = await makeKeyOptions({ ...world, ceremonies })(session);
  return { ceremonyId, ...(options as AskedKeys) };
};
const add = async (ceremonyId: string, challenge: string, keyId = "new-key") =>
  await makeAddKey({ ...world, ceremonies, models: memoryModels(), grade: async () => graded })({
    session,
    ceremonyId,
    name: "Blue",
    response: newKeyOf(keyId, challenge),
  });

beforeEach(async () => {
  world = aWorld();
  graded = { grade: certified, modelKey: "model-1", modelName: "Model 1" };
  await world.records.commit([{ put: anAccount() }, { put: session }, ...addedKey(aKey("key-1"))]);
});

describe("adding a key", () => {
  it("asks for a key that is not there yet", async () => {
    expect((await begin()).keyIds).toEqual(["key-1"]);
    expect(world.records.all("key-ceremony")).toMatchObject([{ expiresAt: "2026-11-23T09:10:00.000Z" }]);
  });

  it("stores it with its grade and model, tells the user, and ends the ceremony", async () => {
    const { ceremonyId, challenge } = await begin();
    const key = await add(ceremonyId, challenge);
    expect(key).toMatchObject({ id: "new-key", name: "Blue", ...graded, version: 1 });
    expect(await world.records.get("security-key", { accountId, id: "new-key" })).toEqual(key);
    expect(world.records.all("key-ceremony")).toEqual([]);
    expect(world.records.all("outbox-item")).toMatchObject([
      { channel: "mail", template: "key-added", accountId, facts: { keyName: "Blue" } },
    ]);
    expect(world.records.audit).toMatchObject([
      { action: "key-added", accountId, keyId: "new-key", reason: "FIDO_CERTIFIED_L2" },
    ]);
  });

  it("is refused where there are as many as there may be, also of two that began while there was room", async () => {
    const one = await begin();
    const other = await begin();
    for (let number = 2; number < MOST_KEYS; number += 1)
      await world.records.commit(addedKey(aKey(`key-${number}`)));
    await Promise.allSettled([
      add(one.ceremonyId, one.challenge, "last"),
      add(other.ceremonyId, other.challenge, "too-many"),
    ]);
    expect(world.records.all("security-key")).toHaveLength(MOST_KEYS);
    await expect(begin()).rejects.toThrow(TooManyKeys);
  });

  it("is refused once its session has ended", async () => {
    const { ceremonyId, challenge } = await begin();
    await world.records.commit(world.records.all("session").map((remove) => ({ remove })));
    await expect(add(ceremonyId, challenge)).rejects.toThrow(NotLoggedIn);
  });

  it("stores one of which nothing is proven, with the reason why it can't be linked", async () => {
    graded = { grade: unproven };
    const { ceremonyId, challenge } = await begin();
    expect(await add(ceremonyId, challenge)).toMatchObject({ grade: unproven });
    expect(world.records.audit).toMatchObject([{ reason: "no-attestation" }]);
  });

  it("ends every session but the one that adds it", async () => {
    await world.records.commit([{ put: aSession([], { id: "another" }) }]);
    const { ceremonyId, challenge } = await begin();
    await add(ceremonyId, challenge);
    expect(world.records.all("session")).toMatchObject([{ id: session.id }]);
  });

  it("takes each challenge once", async () => {
    const { ceremonyId, challenge } = await begin();
    await add(ceremonyId, challenge);
    await expect(add(ceremonyId, challenge, "another-key")).rejects.toThrow(CeremonyRefused);
    expect(world.records.all("security-key")).toHaveLength(2);
  });

  it("lets one of two answers at the same moment win", async () => {
    const { ceremonyId, challenge } = await begin();
    const results = await Promise.allSettled([
      add(ceremonyId, challenge),
      add(ceremonyId, challenge, "other"),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(world.records.all("security-key")).toHaveLength(2);
  });

  it("is refused with the challenge of another ceremony", async () => {
    const [one, two] = [await begin(), await begin()];
    await expect(add(one.ceremonyId, two.challenge)).rejects.toThrow(CeremonyRefused);
  });

  it("is refused after ten minutes, and without a ceremony", async () => {
    const { ceremonyId, challenge } = await begin();
    await expect(add("never-begun", challenge)).rejects.toThrow(CeremonyRefused);
    world.pass(600);
    await expect(add(ceremonyId, challenge)).rejects.toThrow(CeremonyRefused);
  });

  it("is refused where it is there already", async () => {
    const { ceremonyId, challenge } = await begin();
    await expect(add(ceremonyId, challenge, "key-1")).rejects.toThrow(KeyAlreadyAdded);
    expect(await world.records.get("security-key", { accountId, id: "key-1" })).toMatchObject({ version: 1 });
  });
});

describe("a key's credential id", () => {
  it("is taken for one account: the same key is refused on another", async () => {
    const other = "c".repeat(32);
    await world.records.commit([
      { put: anAccount({ id: other, username: "petr" }) },
      ...addedKey(aKey("key-2", { accountId: other })),
    ]);
    const { ceremonyId, challenge } = await begin();
    await expect(add(ceremonyId, challenge, "key-2")).rejects.toThrow(KeyAlreadyAdded);
    expect(world.records.all("security-key")).toHaveLength(2);
  });

  it("is taken by one of two accounts at the same moment", async () => {
    const { ceremonyId, challenge } = await begin();
    const theirs = aKey("new-key", { accountId: "c".repeat(32) });
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await world.records.commit(addedKey(theirs));
    };
    await expect(add(ceremonyId, challenge)).rejects.toThrow(KeyAlreadyAdded);
    expect(world.records.all("security-key").map((key) => key.accountId)).toEqual([
      accountId,
      theirs.accountId,
    ]);
  });

  it("is free again once the key is removed, with all that stood beside it", async () => {
    const { ceremonyId, challenge } = await begin();
    const key = await add(ceremonyId, challenge);
    expect(world.records.all("model-key").map(({ id }) => id)).toEqual(["key-1", "new-key"]);
    await world.records.commit(removedKey(key));
    expect(world.records.all("model-key").map(({ id }) => id)).toEqual(["key-1"]);
    expect(world.records.all("claim").map(({ value }) => value)).toEqual(["key-1"]);
    const again = await begin();
    await expect(add(again.ceremonyId, again.challenge)).resolves.toMatchObject({ id: "new-key" });
  });
});

describe("a key that pretends to be of a listed model", () => {
  it("is refused, as a second factor too", async () => {
    graded = { grade: { linkable: false, reason: "certificate-path", gradedAt: world.now } };
    const { ceremonyId, challenge } = await begin();
    await expect(add(ceremonyId, challenge)).rejects.toThrow(CeremonyRefused);
    expect(world.records.all("security-key")).toHaveLength(1);
  });
});

describe("renaming a key", () => {
  it("changes the name only, and notes it without the name", async () => {
    const [before] = world.records.all("security-key");
    await makeRenameKey(world)({ accountId, keyId: "key-1", name: "Green" });
    expect(world.records.all("security-key")).toEqual([{ ...before, name: "Green", version: 2 }]);
    expect(world.records.audit).toMatchObject([{ action: "key-renamed", accountId, keyId: "key-1" }]);
    expect(JSON.stringify(world.records.audit)).not.toContain("Green");
  });

  it.each([
    ["not there", { accountId, keyId: "key-9" }],
    ["of another account", { accountId: "c".repeat(32), keyId: "key-1" }],
  ])("is refused for one that is %s", async (_, which) => {
    await expect(makeRenameKey(world)({ ...which, name: "Green" })).rejects.toThrow(NotFound);
  });
});
