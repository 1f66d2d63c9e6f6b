import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Authenticator } from "../../../local/nia/world/state.ts";
import { change, document, identification, registration, valueOf } from "./payloads.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
let bsi: string;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.simulator.close());
beforeEach(async () => {
  await rig.control("POST", "reset");
  const answer = await rig.submit("TR_ZTOTOZNENI", identification({ Doklad: document("900000101") }));
  bsi = valueOf(answer, "Pseudonym") ?? "";
});

const write = (id: string, more: Record<string, string> = {}) =>
  rig.submit(
    "TR_EVIDENCE_VIP_ZAPIS",
    registration({
      Bsi: bsi,
      IdentifikaceProstredku: id,
      LoA: "Substantial",
      Stav: "Aktivni",
      OverenoDoklademTotoznosti: "true",
      PrukazTotoznosti: document("900000101"),
      ...more,
    }),
  );

const alter = (id: string, state: string, message = "") =>
  rig.submit(
    "TR_EVIDENCE_VIP_ZMENA",
    change({ Bsi: bsi, IdentifikaceProstredku: id, Stav: state, Zprava: message }),
  );

const result = (answer: string) => valueOf(answer, "Detail") ?? valueOf(answer, "Status");
const authenticators = () => rig.control<Authenticator[]>("GET", "authenticators");

describe("authenticators", () => {
  it("are registered once", async () => {
    expect([result(await write("key-1")), result(await write("key-1"))]).toEqual([
      "OK",
      "Identification record already exists",
    ]);
    expect(await authenticators()).toMatchObject([
      {
        bsi,
        id: "key-1",
        loa: "Substantial",
        state: "Aktivni",
        verifiedByDocument: true,
        document: { type: "ID", number: "900000101" },
        residentId: "jana",
      },
    ]);
  });

  it("of one person are told apart by their identifiers", async () => {
    await write("key-1");
    await write("key-2");
    expect((await authenticators()).map(({ id }) => id)).toEqual(["key-1", "key-2"]);
  });

  it("are not registered under a pseudonym that was not given out", async () => {
    const answer = await write("key-1", { Bsi: "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01" });
    expect(result(answer)).toBe("General Error. See log for more details");
    expect(await authenticators()).toEqual([]);
  });

  it("change, and remember how", async () => {
    await write("key-1", { Stav: "Neaktivni" });
    expect(result(await alter("key-1", "Aktivni", "back"))).toBe("OK");
    expect(result(await alter("key-1", "Ukonceny"))).toBe("OK");

    const [authenticator] = await authenticators();
    expect(authenticator?.state).toBe("Ukonceny");
    expect(
      authenticator?.history.map(({ transaction, state, message }) => [transaction, state, message]),
    ).toEqual([
      ["TR_EVIDENCE_VIP_ZAPIS", "Neaktivni", undefined],
      ["TR_EVIDENCE_VIP_ZMENA", "Aktivni", "back"],
      ["TR_EVIDENCE_VIP_ZMENA", "Ukonceny", ""],
    ]);
  });

  it("that are not there can't be changed", async () => {
    expect(result(await alter("key-1", "Ukonceny"))).toBe("Required record does not exists");
  });

  it("stay ended, and ending twice is no error", async () => {
    await write("key-1");
    await alter("key-1", "Ukonceny");
    expect(result(await alter("key-1", "Ukonceny"))).toBe("OK");
    expect(result(await alter("key-1", "Aktivni"))).toBe("General Error. See log for more details");
    expect(result(await write("key-1"))).toBe("Identification record already exists");
  });

  it("are refused with a payload that is not valid", async () => {
    expect(result(await write("key-1", { LoA: "Significant" }))).toBe("Error parsing request");
    expect(await authenticators()).toEqual([]);
  });
});
