import { readFileSync } from "node:fs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeAll, describe, expect, it } from "vitest";
import { makeModels } from "../../../lambdas/adapters/dynamodb/models.ts";
import { makeReadMetadata } from "../../../lambdas/adapters/fido/read-metadata.ts";
import { makeRefreshMetadata, type Refreshed } from "../../../lambdas/services/refresh-metadata.ts";
import { catalogueTable } from "../../support/catalogue-table.ts";
import { payloadHistory } from "../../support/fido-mds-history.ts";
import { metadataAuthority } from "../../support/metadata.ts";
import { hasShared, sharedPath } from "../../support/shared.ts";
import { aWorld, type World } from "../../support/world.ts";

interface Entry {
  aaguid?: string;
  attestationCertificateKeyIdentifiers?: string[];
  metadataStatement?: { description: string };
  statusReports: { status: string; effectiveDate?: string }[];
}
interface Payload {
  no: number;
  entries: Entry[];
}

/** The real path of a refresh: a signed BLOB, read, archived, stored in the table, its changes handed over. */
const service = async () => {
  const authority = await metadataAuthority();
  const dynamo = mockClient(DynamoDBDocumentClient);
  catalogueTable(dynamo);
  const world = aWorld();
  const models = makeModels(dynamo as unknown as DynamoDBDocumentClient, "catalogue");
  const archived: number[] = [];
  const refresh = async (payload: unknown) => {
    const blob = authority.sign(payload);
    world.pass(86_400);
    return await makeRefreshMetadata({
      ...world,
      clock: () => new Date().toISOString(),
      download: async () => blob,
      readMetadata: makeReadMetadata(authority),
      archive: { keep: async (no) => void archived.push(no) },
      models,
    })("https://mds.test/");
  };
  return { world, models, archived, refresh };
};

const openIds = (world: World) => new Set(world.records.all("model-change").map(({ id }) => id));

const history = payloadHistory();

describe.skipIf(history.length === 0)("the metadata of twelve months", () => {
  const payloads = history.map((path) => JSON.parse(readFileSync(path, "utf8")) as Payload);
  const refreshed: Refreshed[] = [];
  let rig: Awaited<ReturnType<typeof service>>;
  beforeAll(async () => {
    rig = await service();
    for (const payload of payloads) refreshed.push(await rig.refresh(payload));
  }, 120_000);

  /** Counted from the payloads alone: entries by their name in the payload, and the last word of each status. */
  const today = new Date().toISOString().slice(0, 10);
  const ranks = ["L1", "L1plus", "L2", "L2plus", "L3", "L3plus"].map((level) => `FIDO_CERTIFIED_${level}`);
  const rankOf = ({ statusReports }: Entry): number =>
    Math.max(
      ...statusReports
        .filter(({ effectiveDate = "" }) => effectiveDate <= today)
        .map(({ status }) =>
          status === "FIDO_CERTIFIED" ? 0 : ranks.includes(status) ? ranks.indexOf(status) + 1 : -1,
        ),
      -1,
    );
  const namesOf = ({ aaguid, attestationCertificateKeyIdentifiers = [] }: Entry) =>
    aaguid === undefined ? attestationCertificateKeyIdentifiers : [aaguid];
  const byName = ({ entries }: Payload) =>
    new Map(entries.flatMap((entry) => namesOf(entry).map((name) => [name, entry] as const)));
  const counted = payloads.slice(1).map((payload, index) => {
    const [before, after] = [byName(payloads[index]!), byName(payload)];
    const both = [...after].flatMap(([name, entry]) => {
      const old = before.get(name);
      return old === undefined ? [] : [rankOf(entry) - rankOf(old)];
    });
    return {
      added: [...after.keys()].filter((name) => !before.has(name)).length,
      removed: [...before.keys()].filter((name) => !after.has(name)).length,
      "level-up": both.filter((steps) => steps > 0).length,
      "level-down": both.filter((steps) => steps < 0).length,
    };
  });

  it("come in their order, each a refresh that loses no more than one entry", () => {
    expect(rig.archived).toEqual(payloads.map(({ no }) => no));
    expect(rig.archived).toEqual(rig.archived.toSorted((one, other) => one - other));
    expect(refreshed).toHaveLength(12);
    expect(Math.max(...refreshed.map(({ skipped }) => skipped.length))).toBeLessThanOrEqual(1);
  });

  it("change what an independent count says, month by month", () => {
    const none = { added: 0, removed: 0, "level-up": 0, "level-down": 0 };
    const changes = refreshed
      .slice(1)
      .map(({ changes: { disqualified: _status, ...rest } }) => ({ ...none, ...rest }));
    expect(changes).toEqual(counted);
  });

  it("saw levels rise and none fall", () => {
    const sum = (of: keyof Refreshed["changes"]) =>
      refreshed.slice(1).reduce((total, { changes }) => total + (changes[of] ?? 0), 0);
    expect({
      up: sum("level-up"),
      down: sum("level-down"),
      lifted: sum("lifted"),
      disqualified: sum("disqualified"),
    }).toMatchInlineSnapshot(`
      {
        "disqualified": 0,
        "down": 0,
        "lifted": 0,
        "up": 41,
      }
    `);
  });

  it("are 39 entries that rose, some under several identifiers", () => {
    const nameOf = (entry: Entry) => namesOf(entry).toSorted().join(" ");
    const risen = payloads.slice(1).flatMap(({ entries }, index) => {
      const before = new Map(payloads[index]!.entries.map((entry) => [nameOf(entry), rankOf(entry)]));
      return entries.filter(
        (entry) => nameOf(entry) !== "" && rankOf(entry) > (before.get(nameOf(entry)) ?? Infinity),
      );
    });
    expect(risen).toHaveLength(39);
    expect(risen.flatMap(namesOf)).toHaveLength(41);
  });

  it("have the keys reviewed of every model that changed", () => {
    const changed = refreshed.reduce(
      (total, { changes }) => total + Object.values(changes).reduce((sum, count) => sum + count, 0),
      0,
    );
    expect(openIds(rig.world).size).toBeGreaterThan(500);
    expect(changed).toBeGreaterThanOrEqual(openIds(rig.world).size);
  });
});

describe.skipIf(!hasShared)("the conformance BLOB, with every status", () => {
  it("disqualifies what was certified, and lifts it when the status is gone", async () => {
    const blob = readFileSync(sharedPath("fido/conformance-no42-fake.jwt"), "utf8");
    const payload = JSON.parse(Buffer.from(blob.split(".")[1] ?? "", "base64url").toString()) as Payload;
    const bad = [
      "REVOKED",
      "RETIRED",
      "USER_VERIFICATION_BYPASS",
      "ATTESTATION_KEY_COMPROMISE",
      "USER_KEY_REMOTE_COMPROMISE",
      "USER_KEY_PHYSICAL_COMPROMISE",
    ];
    const isBad = ({ status }: { status: string }) => bad.includes(status);
    const clean = payload.entries.map((entry) => {
      const left = entry.statusReports.filter((report) => !isBad(report));
      return { ...entry, statusReports: left.length === 0 ? [{ status: "NOT_FIDO_CERTIFIED" }] : left };
    });
    const affected = payload.entries
      .filter(({ statusReports }) => statusReports.some(isBad))
      .flatMap(({ aaguid, attestationCertificateKeyIdentifiers = [] }) =>
        aaguid === undefined ? attestationCertificateKeyIdentifiers : [aaguid],
      );
    const { refresh, world } = await service();
    const dated = { ...payload, nextUpdate: "2027-01-01" };

    const first = await refresh({ ...dated, no: 41, entries: clean });
    expect(Object.keys(first.changes)).toEqual(["added"]);
    for (const change of world.records.all("model-change")) await world.records.commit([{ remove: change }]);

    expect((await refresh({ ...dated, no: 42 })).changes).toEqual({ disqualified: new Set(affected).size });
    expect(openIds(world)).toEqual(new Set(affected));
    expect((await refresh({ ...dated, no: 43, entries: clean })).changes).toEqual({
      lifted: new Set(affected).size,
    });
  });
});
