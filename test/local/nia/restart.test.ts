import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Identity, selfSigned } from "../../../local/certificates.ts";
import { document, feedFrom, identification, registration, valueOf } from "./payloads.ts";
import { startRig } from "./rig.ts";

let folder: string;
let client: Identity;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "nia-"));
  client = await selfSigned({ commonName: "Provider" });
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = (stateFile: string) => startRig({ stateFile }, client);
const ask = identification({ Doklad: document("900000101") });

describe("after a restart", () => {
  it("authenticators, pseudonyms, changes and feed are as they were", async () => {
    const stateFile = join(folder, "deep", "state.json");
    const before = await start(stateFile);
    const bsi = valueOf(await before.submit("TR_ZTOTOZNENI", ask), "Pseudonym") ?? "";
    const record = {
      Bsi: bsi,
      IdentifikaceProstredku: "key-1",
      LoA: "High",
      OverenoDoklademTotoznosti: "true",
    };
    await before.submit("TR_EVIDENCE_VIP_ZAPIS", registration(record));
    await before.control("POST", "notifications", { residentId: "jana", change: { lastName: "VDANÁ" } });
    const kept = await before.control("GET", "authenticators");
    const feed = await before.submit("TR_NOTIFIKACE_IDP", feedFrom());
    await before.simulator.close();

    const after = await start(stateFile);
    const answer = await after.submit("TR_ZTOTOZNENI", ask);
    const again = await after.submit("TR_EVIDENCE_VIP_ZAPIS", registration(record));
    const state = [
      await after.control("GET", "authenticators"),
      await after.submit("TR_NOTIFIKACE_IDP", feedFrom()),
    ];
    await after.simulator.close();

    expect([valueOf(answer, "Pseudonym"), valueOf(answer, "Prijmeni")]).toEqual([bsi, "VDANÁ"]);
    expect(valueOf(again, "Detail")).toBe("Identification record already exists");
    expect(state).toEqual([kept, feed]);
    expect(readdirSync(join(folder, "deep"))).toEqual(["state.json"]);
  });

  it("a state file that can't be read is an error, not an empty world", async () => {
    const stateFile = join(folder, "broken.json");
    writeFileSync(stateFile, "{");
    await expect(start(stateFile)).rejects.toThrow("can't read the state");
  });
});
