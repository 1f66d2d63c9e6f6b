import { beforeEach, describe, expect, it } from "vitest";
import { makeRegrade } from "../../../../lambdas/adapters/fido/grade-attestation.ts";
import type { AuthenticatorModel } from "../../../../lambdas/services/ports/fido.ts";
import { addedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { openModelChanges } from "../../../../lambdas/services/models/open-model-changes.ts";
import { makeReviewModels } from "../../../../lambdas/services/models/review-models.ts";
import { aKey, anAccount } from "../../../support/builders.ts";
import { aModel, memoryModels } from "../../../support/memory-models.ts";
import { aWorld, type World } from "../../../support/world.ts";

const MODEL = "01020304-0506-0708-0102-030405060708";
const SETTLED = 61;
const regrade = makeRegrade({ admitOldFidoCertified: false });

let world: World;
let models: ReturnType<typeof memoryModels>;

const idOf = (index: number) => String(index).padStart(32, "0");
/** An account with one key of the model, linked. */
const addLinked = async (index: number) => {
  const accountId = idOf(index);
  const keyId = `key-${accountId}`;
  await world.records.commit([
    {
      put: anAccount({
        id: accountId,
        link: { pseudonym: accountId, state: "active", linkedAt: world.now, verificationId: "v" },
      }),
    },
    ...addedKey(
      aKey(keyId, {
        accountId,
        link: { authenticatorId: `record-${index}`, state: "active", changedAt: world.now },
      }),
    ),
    {
      put: {
        type: "authenticator",
        accountId,
        id: `record-${index}`,
        version: 0,
        keyId,
        pseudonym: accountId,
        wanted: "active",
        wantedAt: world.now,
        reason: "linked",
        known: "active",
        attempt: 0,
      },
    },
  ]);
};
const addMany = async (count: number) => {
  for (let index = 0; index < count; index += 1) await addLinked(index);
};
const publish = async (change: Partial<AuthenticatorModel>) => {
  const list = [aModel(MODEL, { name: "Model", ...change })];
  await models.replace(
    { no: 292, nextUpdate: "2027-01-01", models: list, icons: [], skipped: [] },
    world.now,
  );
  await openModelChanges(world, [MODEL]);
  world.pass(SETTLED);
};
const review = async (pages = 200) => await makeReviewModels({ ...world, models, regrade }, pages)();
const keys = () => world.records.all("security-key");
const links = () => keys().map(({ link }) => link?.state);
const wanted = () => world.records.all("authenticator").map((record) => `${record.wanted} ${record.reason}`);
const mails = () =>
  world.records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? [item.template] : []));
const told = () => world.records.all("outbox-item").filter(({ channel }) => channel === "workflow");
const change = () => world.records.all("model-change")[0];

beforeEach(() => {
  world = aWorld();
  models = memoryModels();
});

describe("keys of a model that is disqualified", () => {
  beforeEach(async () => {
    await addMany(2);
    await publish({ disqualifiedBy: "REVOKED" });
  });

  it("are suspended at NIA, and their owners told, once", async () => {
    expect(await review()).toEqual({ models: 1, pages: 1, changed: 2 });
    expect(keys()[0]).toMatchObject({
      grade: { linkable: false, reason: "disqualified", disqualifiedBy: "REVOKED", metadataNo: 292 },
      link: { state: "suspended", suspendedFor: ["model-disqualified"] },
    });
    expect(wanted()).toEqual(["suspended model-disqualified", "suspended model-disqualified"]);
    expect([mails(), told().length]).toEqual([["model-disqualified", "model-disqualified"], 2]);
    expect(world.records.audit).toMatchObject([
      { action: "key-regraded", reason: "REVOKED" },
      { action: "key-regraded", reason: "REVOKED" },
    ]);
    expect(change()).toMatchObject({ closedAt: world.now });

    expect(await review()).toEqual({ models: 0, pages: 0, changed: 0 });
    await openModelChanges(world, [MODEL]);
    world.pass(SETTLED);
    expect(await review()).toEqual({ models: 1, pages: 1, changed: 0 });
    expect(mails()).toHaveLength(2);
  });

  it("tell which key and why", async () => {
    await review();
    expect(world.records.all("outbox-item")).toContainEqual(
      expect.objectContaining({
        template: "model-disqualified",
        accountId: idOf(0),
        facts: { keyName: `Key key-${idOf(0)}`, modelName: "Model", status: "REVOKED" },
      }),
    );
  });

  it("are resumed when that is lifted, unless something else suspends them", async () => {
    await review();
    const [first] = keys();
    const link = { ...first!.link!, suspendedFor: ["model-disqualified", "helpdesk-suspension"] as const };
    await world.records.commit([
      { put: { ...first!, link: { ...link, suspendedFor: [...link.suspendedFor] } } },
    ]);
    await publish({});
    await review();
    expect(links()).toEqual(["suspended", "active"]);
    expect(wanted()).toEqual(["suspended model-disqualified", "active model-restored"]);
    expect(mails().filter((template) => template === "model-restored")).toHaveLength(1);
  });

  it("stay suspended when their model is not listed any more", async () => {
    await review();
    await models.replace(
      { no: 293, nextUpdate: "2027-01-01", models: [], icons: [], skipped: [] },
      world.now,
    );
    await openModelChanges(world, [MODEL]);
    world.pass(SETTLED);
    expect(await review()).toMatchObject({ changed: 0 });
    expect(links()).toEqual(["suspended", "suspended"]);
  });

  it("wait until a key that is just being added is in its place", async () => {
    await openModelChanges(world, [MODEL]);
    expect(await review()).toEqual({ models: 0, pages: 0, changed: 0 });
    await addLinked(7);
    world.pass(SETTLED);
    expect(await review()).toMatchObject({ changed: 3 });
  });
});

it("a key whose level rose can be linked, and its owner is told once", async () => {
  const grade = {
    linkable: false,
    reason: "below-level-1",
    level: "FIDO_CERTIFIED",
    gradedAt: world.now,
  } as const;
  await world.records.commit([{ put: anAccount() }, ...addedKey(aKey("key-1", { grade }))]);
  await publish({ level: "FIDO_CERTIFIED_L2" });
  await review();
  await publish({ level: "FIDO_CERTIFIED_L3" });
  await review();
  expect(keys()[0]?.grade).toMatchObject({ linkable: true, level: "FIDO_CERTIFIED_L3" });
  expect(mails()).toEqual(["key-linkable"]);
});

describe("a model with many keys", () => {
  const COUNT = 130;
  beforeEach(async () => {
    await addMany(COUNT);
    await publish({ disqualifiedBy: "USER_KEY_REMOTE_COMPROMISE" });
  });
  const suspendedKeys = () => links().filter((state) => state === "suspended").length;

  it("is reviewed so many pages a round, and goes on in the next one", async () => {
    expect(await review(2)).toEqual({ models: 0, pages: 2, changed: 50 });
    expect(suspendedKeys()).toBe(50);
    expect(await review(3)).toEqual({ models: 0, pages: 3, changed: 75 });
    expect(await review(3)).toEqual({ models: 1, pages: 1, changed: 5 });
    expect([suspendedKeys(), mails().length, told().length]).toEqual([COUNT, COUNT, COUNT]);
  });

  it("is reviewed whole, each key told once, wherever a round dies", async () => {
    // Dies before each 17th write, whatever it would have written.
    let commits = 0;
    world.records.beforeCommit = () => {
      commits += 1;
      if (commits % 17 === 0) throw new Error("dies");
    };
    let rounds = 0;
    while (change()?.closedAt === undefined && rounds < 50) {
      rounds += 1;
      await review().catch(() => undefined);
    }
    expect(rounds).toBeGreaterThan(2);
    expect([suspendedKeys(), mails().length, told().length]).toEqual([COUNT, COUNT, COUNT]);
    expect(world.records.audit).toHaveLength(COUNT);
  });

  it("is reviewed once by two rounds at the same time", async () => {
    await Promise.all([review(), review()]);
    await review();
    expect(change()).toHaveProperty("closedAt");
    expect([suspendedKeys(), mails().length, told().length]).toEqual([COUNT, COUNT, COUNT]);
  });

  it("begins again where metadata change meanwhile", async () => {
    await review(2);
    await publish({});
    expect(await review()).toMatchObject({ models: 1, changed: 50 });
    expect(suspendedKeys()).toBe(0);
    expect(mails().filter((template) => template === "model-restored")).toHaveLength(50);
  });

  it("goes on past a key that fails, says so, and comes back to it", async () => {
    const bad = idOf(3);
    world.records.beforeCommit = (writes) => {
      if (JSON.stringify(writes).includes(`"accountId":"${bad}"`)) throw new Error("cannot be written");
    };
    await expect(review()).rejects.toThrow("1 keys were not reviewed");
    expect(suspendedKeys()).toBe(COUNT - 1);
    expect(change()).not.toHaveProperty("closedAt");
    world.records.beforeCommit = () => undefined;
    expect(await review()).toMatchObject({ models: 1, changed: 1 });
  });
});
