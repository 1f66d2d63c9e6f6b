import { beforeEach, describe, expect, it } from "vitest";
import type { Authenticator } from "../../../../lambdas/domain/authenticator.ts";
import { NotFound } from "../../../../lambdas/domain/errors.ts";
import type { Verification } from "../../../../lambdas/domain/verification.ts";
import { addedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { makeRemoveKey } from "../../../../lambdas/services/keys/remove-key.ts";
import { makeDetach } from "../../../../lambdas/services/unlink/detach.ts";
import {
  accountId,
  aKey,
  anAccount,
  anAuthenticator,
  aSession,
  aVerification,
} from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const T0 = "2026-11-20T09:00:00.000Z";
let world: World;

const session = () => world.records.all("session").find(({ id }) => id === "session")!;
const remove = async (keyId: string) => await makeRemoveKey(world)({ session: session(), keyId });
const detach = async () => await makeDetach(world)({ accountId });
const account = () => world.records.all("account")[0]!;
const keyIds = () => world.records.all("security-key").map(({ id }) => id);
const wanted = () =>
  Object.fromEntries(
    world.records.all("authenticator").map((record: Authenticator) => [record.keyId, record.wanted]),
  );
const mails = () =>
  world.records
    .all("outbox-item")
    .flatMap((item) => (item.channel === "mail" ? [{ template: item.template, facts: item.facts }] : []));
const told = () =>
  world.records
    .all("outbox-item")
    .flatMap((item) =>
      item.channel === "workflow" && item.action === "tell-nia" ? [item.authenticatorId] : [],
    );
const events = () => world.records.audit.map(({ action, reason }) => [action, reason]);
const verification = () => world.records.all("verification")[0]!;
const given = async (change: Partial<Verification>) => {
  await world.records.commit([{ put: aVerification(change) }]);
};

/** Linked by two keys; a third one is not linked. */
beforeEach(async () => {
  world = aWorld();
  const { pseudonym } = anAuthenticator();
  const link = (authenticatorId: string) => ({ authenticatorId, state: "active" as const, changedAt: T0 });
  await world.records.commit([
    {
      put: anAccount({
        validation: { source: "czech-point", at: T0 },
        link: { pseudonym, state: "active", linkedAt: T0, verificationId: "verification-0" },
      }),
    },
    ...addedKey(aKey("one", { link: link("authenticator-1") })),
    ...addedKey(aKey("two", { link: link("authenticator-2") })),
    ...addedKey(aKey("three")),
    { put: anAuthenticator({ id: "authenticator-1", keyId: "one" }) },
    { put: anAuthenticator({ id: "authenticator-2", keyId: "two" }) },
    { put: aSession([], { id: "session" }) },
    { put: aSession([], { id: "elsewhere" }) },
  ]);
});

describe("removing a key", () => {
  it("of several linked ones ends that one at NIA, and nothing else", async () => {
    expect(await remove("one")).toEqual({ linkEnded: false, verification: "none" });
    expect(keyIds()).toEqual(["two", "three"]);
    expect(wanted()).toEqual({ one: "ended", two: "active" });
    expect(told()).toEqual(["authenticator-1"]);
    expect(account().link).toBeDefined();
    expect(mails()).toEqual([
      { template: "key-removed", facts: { keyName: "Key one", verification: "none" } },
    ]);
    expect(events()).toEqual([["key-removed", undefined]]);
  });

  it("that is linked the last ends the link: fields unlocked, validation stays, one mail", async () => {
    await remove("one");
    expect(await remove("two")).toEqual({ linkEnded: true, verification: "none" });
    expect(account()).not.toHaveProperty("link");
    expect(account().validation).toEqual({ source: "czech-point", at: T0 });
    expect(wanted()).toEqual({ one: "ended", two: "ended" });
    expect(mails().at(-1)).toEqual({
      template: "unlinked",
      facts: { way: "key-removed", verification: "none", keyName: "Key two" },
    });
    expect(events().slice(1)).toEqual([
      ["account-unlinked", "key-removed"],
      ["key-removed", undefined],
    ]);
  });

  it("that was never linked tells NIA nothing", async () => {
    await remove("three");
    expect(told()).toEqual([]);
    expect(account().link).toBeDefined();
  });

  it("may be the last one of the account", async () => {
    for (const keyId of ["three", "two", "one"]) await remove(keyId);
    expect(keyIds()).toEqual([]);
  });

  it("ends every other session", async () => {
    await remove("three");
    expect(world.records.all("session").map(({ id }) => id)).toEqual(["session"]);
  });

  it("asked once more finds nothing to do", async () => {
    await remove("one");
    const before = structuredClone(world.records.all("outbox-item"));
    await expect(remove("one")).rejects.toThrow(NotFound);
    expect(world.records.all("outbox-item")).toEqual(before);
    expect(events()).toHaveLength(1);
  });

  it("and another at the same moment ends the link exactly once", async () => {
    const results = await Promise.all([remove("one"), remove("two")]);
    expect(results.map(({ linkEnded }) => linkEnded).toSorted()).toEqual([false, true]);
    expect(account()).not.toHaveProperty("link");
    expect(events().filter(([action]) => action === "account-unlinked")).toHaveLength(1);
    expect(told().toSorted()).toEqual(["authenticator-1", "authenticator-2"]);
  });

  it("twice at the same moment removes it once", async () => {
    const results = await Promise.allSettled([remove("one"), remove("one")]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(told()).toEqual(["authenticator-1"]);
  });

  it("happens whole or not at all", async () => {
    world.records.beforeCommit = () => {
      throw new Error("lost");
    };
    await expect(remove("one")).rejects.toThrow("lost");
    expect(keyIds()).toEqual(["one", "two", "three"]);
    expect(wanted()).toEqual({ one: "active", two: "active" });
  });
});

describe("a verification that the key is in", () => {
  const waiting = { state: "awaiting-registry-data", taskToken: "T1", since: T0 } as const;

  it("of its own is cancelled: the machine moves on, the mail says so", async () => {
    await given({ keyIds: ["three"], waiting, lap: 1 });
    expect(await remove("three")).toEqual({ linkEnded: false, verification: "cancelled" });
    expect(verification()).toMatchObject({ state: "cancelled", stopReason: "key-removed" });
    expect(world.records.all("outbox-item")).toContainEqual(
      expect.objectContaining({ action: "resume", verificationId: "verification-1", lap: 1 }),
    );
    expect(mails()).toEqual([
      { template: "key-removed", facts: { keyName: "Key three", verification: "cancelled" } },
    ]);
    expect(events()).toEqual([
      ["verification-cancelled", "key-removed"],
      ["key-removed", undefined],
    ]);
  });

  it("with another one goes on", async () => {
    await world.records.commit(addedKey(aKey("four")));
    await given({ keyIds: ["three", "four"] });
    expect(await remove("three")).toMatchObject({ verification: "goes-on" });
    expect(verification()).toMatchObject({ state: "awaiting-registry-data", keyIds: ["four"] });
  });

  it("goes on for its own key when the last linked one is removed: its owner changes keys", async () => {
    await given({ keyIds: ["three"] });
    await remove("one");
    expect(await remove("two")).toEqual({ linkEnded: true, verification: "none" });
    expect(verification()).toMatchObject({ state: "awaiting-registry-data", keyIds: ["three"] });
  });
});

describe("detaching from NIA", () => {
  it("ends every record; keys, sessions and validation stay", async () => {
    await detach();
    expect(account()).not.toHaveProperty("link");
    expect(account().validation).toBeDefined();
    expect(world.records.all("security-key").map(({ id, link }) => [id, link?.state])).toEqual([
      ["one", "ended"],
      ["two", "ended"],
      ["three", undefined],
    ]);
    expect(wanted()).toEqual({ one: "ended", two: "ended" });
    expect(told()).toEqual(["authenticator-1", "authenticator-2"]);
    expect(world.records.all("session")).toHaveLength(2);
    expect(mails()).toEqual([{ template: "unlinked", facts: { way: "detached", verification: "none" } }]);
    expect(events()).toEqual([["account-unlinked", "detached"]]);
  });

  it("asked twice, or twice at once, happens once", async () => {
    await Promise.all([detach(), detach()]);
    await detach();
    expect(events()).toHaveLength(1);
    expect(mails()).toHaveLength(1);
    expect(told()).toHaveLength(2);
  });

  it("cancels a verification under way", async () => {
    await given({ keyIds: ["three"] });
    await detach();
    expect(verification()).toMatchObject({ state: "cancelled", stopReason: "unlinked" });
    expect(mails()).toEqual([
      { template: "unlinked", facts: { way: "detached", verification: "cancelled" } },
    ]);
  });
});
