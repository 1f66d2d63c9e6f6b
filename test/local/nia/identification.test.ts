import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../../../local/certificates.ts";
import { document, identification, valueOf } from "./payloads.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.simulator.close());

const ask = (children: Record<string, string>) => rig.submit("TR_ZTOTOZNENI", identification(children));

const jana = { DatumNarozeni: "1988-04-12", Jmeno: "Jana", Prijmeni: "Nováková" };
const zofie = { DatumNarozeni: "1966-06-06", Jmeno: "Žofie", Prijmeni: "Ťůňová" };
const tomas = { Jmeno: "Tomáš", Prijmeni: "Bezdokladu", TypPorovnani: "diakritika" };
const petr = { DatumNarozeni: "1975-01-31", Jmeno: "Petr", Prijmeni: "Dvojník", TypPorovnani: "diakritika" };

describe("TR_ZTOTOZNENI finds", () => {
  it.each([
    ["by name and birth date", { ...zofie, TypPorovnani: "diakritika" }, "ŽOFIE"],
    [
      "without diacritics when asked to",
      { ...zofie, Jmeno: "zofie", Prijmeni: "Tunova", TypPorovnani: "ascii" },
      "ŽOFIE",
    ],
    ["to the letter", { ...zofie, Jmeno: "ŽOFIE", Prijmeni: "ŤŮŇOVÁ", TypPorovnani: "striktni" }, "ŽOFIE"],
    ["by name and address", { AdresaPobytu: "10203040", ...tomas }, "TOMÁŠ"],
    ["by document alone", { Doklad: document("900000102"), ZpusobOvereni: "Doklad" }, "JANA"],
    [
      "by the one datum that tells people apart",
      { ...jana, Doklad: document("900000102"), TypPorovnani: "ascii" },
      "JANA",
    ],
    ["with a country", { ...zofie, Obcanstvi: "203", TypPorovnani: "diakritika" }, "ŽOFIE"],
    [
      "by what ZpusobOvereni says alone",
      { AdresaPobytu: "1", ...zofie, TypPorovnani: "ascii", ZpusobOvereni: "JmenoPrijmeniDatumNarozeni" },
      "ŽOFIE",
    ],
  ])("%s", async (_name, children, firstName) => {
    const answer = await ask(children);

    expect(valueOf(answer, "Status")).toBe("OK");
    expect(valueOf(answer, "Jmeno")).toBe(firstName);
    expect(valueOf(answer, "Pseudonym")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it("the two who match the demo account under two pseudonyms, each the same every time", async () => {
    const of = async (number: string) =>
      valueOf(await ask({ ...jana, Doklad: document(number), TypPorovnani: "diakritika" }), "Pseudonym");
    const [first, again, other] = [await of("900000101"), await of("900000101"), await of("900000102")];

    expect(first).toBe(again);
    expect(other).not.toBe(first);
  });

  it("another pseudonym for another provider", async () => {
    const wish = { ...zofie, TypPorovnani: "diakritika" };
    const client = await selfSigned({ commonName: "Another provider" });
    const second = await startRig({}, client);
    const theirs = valueOf(await second.submit("TR_ZTOTOZNENI", identification(wish)), "Pseudonym");
    await second.simulator.close();

    expect(theirs).toBeDefined();
    expect(theirs).not.toBe(valueOf(await ask(wish), "Pseudonym"));
  });
});

describe("TR_ZTOTOZNENI answers Error", () => {
  const nobody = ["ISZR returned zero AIFOs", "ZAZNAMNENALEZEN"];
  const several = ["ISZR returned more than one AIFO", "NALEZENOVICEZAZNAMU"];

  it.each([
    ["when nobody fits", { ...zofie, Jmeno: "Jiná", TypPorovnani: "diakritika" }, nobody],
    ["when case matters and differs", { ...zofie, TypPorovnani: "striktni" }, nobody],
    ["when diacritics matter and differ", { ...zofie, Jmeno: "Zofie", TypPorovnani: "diakritika" }, nobody],
    ["for somebody deceased", { Doklad: document("900000105") }, nobody],
    [
      "when the document is another's",
      { ...jana, Doklad: document("900000104"), TypPorovnani: "ascii" },
      nobody,
    ],
    ["for a kind of document that the number is not of", { Doklad: document("900000101", "P") }, nobody],
    ["for another country", { ...zofie, Obcanstvi: "703", TypPorovnani: "diakritika" }, nobody],
    ["when name and birth date fit three", { ...jana, TypPorovnani: "diakritika" }, several],
    [
      "when the address leaves two",
      { AdresaPobytu: "19143532", ...jana, TypPorovnani: "diakritika" },
      several,
    ],
    ["when no datum tells two entries apart", { ...petr, Doklad: document("900000104") }, several],
  ])("%s", async (_name, children, [detail, subCode]) => {
    const order = [
      "AdresaPobytu",
      "DatumNarozeni",
      "Jmeno",
      "Prijmeni",
      "Doklad",
      "Obcanstvi",
      "TypPorovnani",
    ];
    const sorted = Object.entries(children).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    const answer = await ask(Object.fromEntries(sorted));

    expect(valueOf(answer, "Status")).toBe("Error");
    expect(valueOf(answer, "Detail")).toBe(detail);
    expect(valueOf(answer, "VysledekSubKod")).toBe(subCode);
    expect(valueOf(answer, "Pseudonym")).toBeUndefined();
  });

  it("when the data are too few", async () => {
    const answer = await ask({ Jmeno: "Jana", Prijmeni: "Nováková" });
    expect(valueOf(answer, "Detail")).toBe("General Error. See log for more details");
  });

  it("when children are out of order", async () => {
    const answer = await ask({ Jmeno: "Jana", DatumNarozeni: "1988-04-12", Prijmeni: "Nováková" });
    expect(valueOf(answer, "Detail")).toBe("Error parsing request");
  });
});
