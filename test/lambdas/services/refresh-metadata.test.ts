import { describe, expect, it } from "vitest";
import { MetadataInvalid, MetadataRollback } from "../../../lambdas/domain/errors.ts";
import type { Metadata } from "../../../lambdas/services/ports/fido.ts";
import {
  makeRefreshMetadata,
  type RefreshMetadataPorts,
} from "../../../lambdas/services/refresh-metadata.ts";
import { memoryRecords } from "../../support/memory-records.ts";

const metadata: Metadata = {
  no: 8,
  nextUpdate: "2027-01-01",
  models: [],
  icons: [],
  skipped: [{ index: 3, why: "no reports" }],
};

const checkedAt = "2026-11-22T04:00:00.000Z";

/** The ports with what they were asked, in order. */
const ports = (over: Partial<RefreshMetadataPorts> = {}) => {
  const calls: unknown[][] = [];
  const records = memoryRecords();
  const refresh = makeRefreshMetadata({
    download: async (url) => `blob of ${url}`,
    readMetadata: () => metadata,
    archive: { keep: async (...asked) => void calls.push(["keep", ...asked]) },
    models: {
      current: async () => ({ no: 7, nextUpdate: "2026-12-01", checkedAt }),
      replace: async (...asked) => void calls.push(["replace", ...asked]),
    },
    records,
    clock: () => "2026-11-23T04:00:00.000Z",
    random: (length) => new Uint8Array(length),
    ...over,
  });
  return { calls, audit: records.audit, refresh };
};

describe("refreshing the metadata", () => {
  it("keeps the BLOB, stores its models and leaves an audit event", async () => {
    const { calls, audit, refresh } = ports();
    expect(await refresh("https://mds.test/")).toEqual({
      no: 8,
      nextUpdate: "2027-01-01",
      models: 0,
      skipped: metadata.skipped,
    });
    expect(calls).toEqual([
      ["keep", 8, "blob of https://mds.test/"],
      ["replace", metadata, "2026-11-23T04:00:00.000Z"],
    ]);
    expect(audit).toEqual([
      expect.objectContaining({
        at: "2026-11-23T04:00:00.000Z",
        action: "metadata-refreshed",
        actor: "system",
        reason: "no 7 to 8, 0 models, 1 skipped",
      }),
    ]);
  });

  it("is done with the same number again, and at the very first time", async () => {
    const models = { replace: async () => {} };
    const same = ports({
      models: { ...models, current: async () => ({ no: 8, nextUpdate: "", checkedAt }) },
    });
    const first = ports({ models: { ...models, current: async () => undefined } });
    expect(await same.refresh("u")).toMatchObject({ no: 8 });
    expect(await first.refresh("u")).toMatchObject({ no: 8 });
    expect(first.audit[0]?.reason).toBe("no none to 8, 0 models, 1 skipped");
  });

  it("reads the BLOB by the clock", async () => {
    const times: Date[] = [];
    const { refresh } = ports({ readMetadata: (_, now) => (times.push(now), metadata) });
    await refresh("u");
    expect(times).toEqual([new Date("2026-11-23T04:00:00.000Z")]);
  });

  const fail = (error: Error) => () => {
    throw error;
  };
  it.each<[string, Partial<RefreshMetadataPorts>, string]>([
    ["the download fails", { download: async () => fail(new Error("no answer"))() }, "no answer"],
    ["the BLOB is not valid", { readMetadata: fail(new MetadataInvalid("signature")) }, "signature"],
    ["it cannot be kept", { archive: { keep: async () => fail(new Error("no archive"))() } }, "no archive"],
  ])("changes nothing when %s", async (_, over, message) => {
    const { calls, audit, refresh } = ports(over);
    await expect(refresh("u")).rejects.toThrow(message);
    expect([calls, audit]).toEqual([[], []]);
  });

  it("changes nothing when the number goes back", async () => {
    const calls: string[] = [];
    const models = {
      current: async () => ({ no: 9, nextUpdate: "", checkedAt }),
      replace: async () => void calls.push("replace"),
    };
    const { refresh, audit } = ports({ models, archive: { keep: async () => void calls.push("keep") } });
    await expect(refresh("u")).rejects.toThrow(MetadataRollback);
    expect([calls, audit]).toEqual([[], []]);
  });
});
