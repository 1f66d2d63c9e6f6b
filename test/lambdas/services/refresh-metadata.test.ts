import { beforeEach, describe, expect, it } from "vitest";
import { MetadataInvalid, MetadataRollback } from "../../../lambdas/domain/errors.ts";
import type { AuthenticatorModel, Metadata } from "../../../lambdas/services/ports/fido.ts";
import {
  makeRefreshMetadata,
  type RefreshMetadataPorts,
} from "../../../lambdas/services/refresh-metadata.ts";
import { aModel, memoryModels } from "../../support/memory-models.ts";
import { aWorld, type World } from "../../support/world.ts";

const metadata = (no: number, models: AuthenticatorModel[] = []): Metadata => ({
  no,
  nextUpdate: "2027-01-01",
  models,
  icons: [],
  skipped: [{ index: 3, why: "no reports" }],
});

let world: World;
let models: ReturnType<typeof memoryModels>;
let calls: string[];
const refresh = async (read: Metadata, over: Partial<RefreshMetadataPorts> = {}) =>
  await makeRefreshMetadata({
    ...world,
    download: async (url) => `blob of ${url}`,
    readMetadata: () => read,
    archive: { keep: async (no, blob) => void calls.push(`keep ${no} ${blob}`) },
    models,
    ...over,
  })("https://mds.test/");
const opened = () => world.records.all("model-change").map(({ id }) => id);

beforeEach(() => {
  world = aWorld();
  models = memoryModels();
  ({ calls } = models);
});

describe("refreshing the metadata", () => {
  it("keeps the BLOB, stores its models, has their changes reviewed, and leaves an audit event", async () => {
    await refresh(metadata(7, [aModel("a"), aModel("b"), aModel("c")]));
    world.pass(86_400);
    calls.length = 0;
    const revoked = aModel("b", { disqualifiedBy: "REVOKED" });
    expect(await refresh(metadata(8, [aModel("a", { level: "FIDO_CERTIFIED_L2" }), revoked]))).toEqual({
      no: 8,
      nextUpdate: "2027-01-01",
      models: 2,
      skipped: [{ index: 3, why: "no reports" }],
      changes: { "level-up": 1, disqualified: 1, removed: 1 },
    });
    expect(calls).toEqual(["keep 8 blob of https://mds.test/", "replace 8", "hand over"]);
    expect(world.records.audit.at(-1)).toMatchObject({
      at: world.now,
      action: "metadata-refreshed",
      actor: "system",
      reason: "no 7 to 8, 2 models, 1 skipped, 1 removed, 1 level-up, 1 disqualified",
    });
  });

  it("opens a review for each model that changed, and for no other one", async () => {
    expect((await refresh(metadata(7, [aModel("a"), aModel("b")]))).changes).toEqual({ added: 2 });
    expect(opened()).toEqual(["a", "b"]);
    for (const change of world.records.all("model-change"))
      await world.records.commit([{ put: { ...change, closedAt: world.now } }]);
    world.pass(86_400);
    await refresh(
      metadata(8, [aModel("a", { name: "Renamed" }), aModel("b", { disqualifiedBy: "RETIRED" })]),
    );
    const open = await world.records.waiting("model-change");
    expect(open).toMatchObject([{ id: "b", openedAt: world.now }]);
  });

  it("lets a review that is under way begin again", async () => {
    await refresh(metadata(7, [aModel("a")]));
    const [change] = world.records.all("model-change");
    await world.records.commit([{ put: { ...change!, after: "key-9", failed: 2 } }]);
    await refresh(metadata(8, [aModel("a", { disqualifiedBy: "RETIRED" })]));
    const [again] = world.records.all("model-change");
    expect(again).toMatchObject({ failed: 0, version: 3 });
    expect(again).not.toHaveProperty("after");
  });

  it("opens any number of reviews", async () => {
    const many = Array.from({ length: 554 }, (_, index) => aModel(`model-${index}`));
    await refresh(metadata(7, many));
    expect(opened()).toHaveLength(554);
  });

  it.each([["the reviews"], ["the audit event"], ["what was handed over"]])(
    "finds the same changes again where it died before %s was written",
    async (what) => {
      await refresh(metadata(7, [aModel("a")]));
      world.pass(86_400);
      const next = metadata(8, [aModel("a", { disqualifiedBy: "REVOKED" })]);
      const dies = () => {
        throw new Error("dies");
      };
      world.records.beforeCommit = ([write]) => {
        const isAudit = write !== undefined && "audit" in write;
        if (what === "the reviews" || (what === "the audit event" && isAudit)) dies();
      };
      const dying = what === "what was handed over" ? { ...models, handOver: async () => dies() } : models;
      await expect(refresh(next, { models: dying })).rejects.toThrow("dies");

      world.records.beforeCommit = () => undefined;
      expect((await refresh(next)).changes).toEqual({ disqualified: 1 });
      expect(await world.records.waiting("model-change")).toMatchObject([{ id: "a", openedAt: world.now }]);
      expect((await refresh(next)).changes).toEqual({});
    },
  );

  it("is done with the same number again, for a report may take effect later", async () => {
    await refresh(metadata(8, [aModel("a")]));
    const later = [aModel("a", { level: "FIDO_CERTIFIED_L2" })];
    expect(await refresh(metadata(8, later))).toMatchObject({ no: 8, changes: { "level-up": 1 } });
    expect(world.records.audit[0]?.reason).toBe("no none to 8, 1 models, 1 skipped, 1 added");
  });

  it("reads the BLOB by the clock", async () => {
    const times: Date[] = [];
    await refresh(metadata(8), { readMetadata: (_, now) => (times.push(now), metadata(8)) });
    expect(times).toEqual([new Date(world.now)]);
  });

  const fail = (error: Error) => () => {
    throw error;
  };
  it.each<[string, Partial<RefreshMetadataPorts>, string]>([
    ["the download fails", { download: async () => fail(new Error("no answer"))() }, "no answer"],
    ["the BLOB is not valid", { readMetadata: fail(new MetadataInvalid("signature")) }, "signature"],
    ["it cannot be kept", { archive: { keep: async () => fail(new Error("no archive"))() } }, "no archive"],
  ])("changes nothing when %s", async (_, over, message) => {
    await expect(refresh(metadata(8, [aModel("a")]), over)).rejects.toThrow(message);
    expect([calls, world.records.audit, opened()]).toEqual([[], [], []]);
  });

  it("changes nothing when the number goes back", async () => {
    await refresh(metadata(9, [aModel("a")]));
    const before = [calls.length, world.records.audit.length];
    await expect(refresh(metadata(8))).rejects.toThrow(MetadataRollback);
    expect([calls.length, world.records.audit.length]).toEqual(before);
    expect(await models.current()).toMatchObject({ no: 9 });
  });
});
