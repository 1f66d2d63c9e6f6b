import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRegistryAnswer } from "../../../../../lambdas/adapters/data-box/answer/registry-answer.ts";
import { MessageInvalid } from "../../../../../lambdas/domain/errors.ts";
import type { RegistryAnswer } from "../../../../../lambdas/services/ports/data-box.ts";
import { schemaErrors } from "../../../../support/validate-xml.ts";

const schema = join(import.meta.dirname, "../../../../../docs/registry-answer.xsd");

const address =
  `<r:AdresaPobytu><r:KodAdresnihoMista>21722099</r:KodAdresnihoMista><r:Ulice>Milešovská</r:Ulice>` +
  `<r:CisloDomovni>1136</r:CisloDomovni><r:CisloOrientacni>5</r:CisloOrientacni>` +
  `<r:PismenoOrientacni>a</r:PismenoOrientacni><r:CastObce>Vinohrady</r:CastObce>` +
  `<r:MestskyObvod>Praha 3</r:MestskyObvod><r:Obec>Praha</r:Obec><r:PSC>13000</r:PSC></r:AdresaPobytu>`;
const documents =
  `<r:Doklad><r:Druh>ID</r:Druh><r:Cislo>998877665</r:Cislo></r:Doklad>` +
  `<r:Doklad><r:Druh>P</r:Druh><r:Cislo>AB123456</r:Cislo></r:Doklad>`;
const good =
  `<?xml version="1.0" encoding="UTF-8"?>\n<r:PoskytnutiUdaju xmlns:r="urn:nia-link:registry-answer:v1">\n` +
  `<!-- zkouška --><r:CisloJednaci>SIM-1/2026</r:CisloJednaci>` +
  `<r:CasPoskytnuti>2026-11-20T09:15:02.123+01:00</r:CasPoskytnuti>` +
  `<r:ZpusobPoskytnuti>jednorazove</r:ZpusobPoskytnuti>` +
  `<r:ZpravaProPrijemce> kód\nabcd-efgh &amp; konec</r:ZpravaProPrijemce>` +
  `<r:Osoba><r:Jmeno>JANA MARIE</r:Jmeno><r:Prijmeni>NOVÁ</r:Prijmeni>` +
  `<r:DatumNarozeni>1990-02-28</r:DatumNarozeni><r:Obcanstvi>CZE</r:Obcanstvi><r:Obcanstvi>SVK</r:Obcanstvi>` +
  `${address}${documents}</r:Osoba></r:PoskytnutiUdaju>`;

const file = (name: string, text: string) => ({ name, content: new TextEncoder().encode(text) });
const read = (...files: { name: string; content: Uint8Array }[]): RegistryAnswer =>
  readRegistryAnswer({ id: "1", senderBoxId: "jjqjqih", deliveredAt: "2026-11-20T08:15:02.123Z", files });
const readText = (text: string): RegistryAnswer => read(file("udaje.xml", text));

describe("an answer", () => {
  it("is read whole", () => {
    expect(readText(good)).toEqual({
      messageForRecipient: " kód\nabcd-efgh & konec",
      provision: "one-time",
      person: {
        firstName: "JANA MARIE",
        lastName: "NOVÁ",
        birthDate: "1990-02-28",
        citizenships: ["CZE", "SVK"],
        address: { street: "Milešovská 1136/5a", city: "Praha 3", postalCode: "13000", country: "CZ" },
        addressPlaceCode: "21722099",
        documents: [
          { type: "ID", number: "998877665" },
          { type: "P", number: "AB123456" },
        ],
      },
    });
  });

  const without = (name: string): [RegExp, string] => [new RegExp(`<r:${name}.*</r:${name}>`, "su"), ""];
  it.each<[string, string, object]>([
    ["nothing typed for us", good.replace(...without("ZpravaProPrijemce")), { messageForRecipient: "" }],
    ["a permanent provision", good.replace("jednorazove", "trvale"), { provision: "permanent" }],
    ["a stateless person", good.replace(...without("Obcanstvi")), { person: { citizenships: [] } }],
    ["no documents", good.replace(...without("Doklad")), { person: { documents: [] } }],
    ["no second name", good.replace(" MARIE", ""), { person: { firstName: "JANA" } }],
  ])("may have %s", async (_, text, expected) => {
    expect(await schemaErrors(text, schema)).toEqual([]);
    expect(readText(text)).toMatchObject(expected);
  });

  it("may have no address", () => {
    const { person } = readText(good.replace(...without("AdresaPobytu")));
    expect([person.address, person.addressPlaceCode]).toEqual([undefined, undefined]);
  });

  it.each([
    ["no orientation number", ["CisloOrientacni", "PismenoOrientacni"], "Milešovská 1136"],
    ["no house number", ["CisloDomovni"], "Milešovská 5a"],
    ["no number at all", ["CisloDomovni", "CisloOrientacni", "PismenoOrientacni"], "Milešovská"],
    ["no street", ["Ulice", "CisloOrientacni", "PismenoOrientacni"], "Vinohrady 1136"],
    ["no street and no part", ["Ulice", "CisloOrientacni", "PismenoOrientacni", "CastObce"], "Praha 1136"],
  ])("may be at an address with %s", async (_, names, street) => {
    const text = names.reduce((rest, name) => rest.replace(...without(name)), good);
    expect(await schemaErrors(text, schema)).toEqual([]);
    expect(readText(text).person.address?.street).toBe(street);
  });

  it("may be at a registration number, in a village without districts", () => {
    const text = good
      .replace("<r:CisloDomovni>", `<r:CisloDomovni druh="ev">`)
      .replace(...without("CisloOrientacni"))
      .replace(...without("PismenoOrientacni"))
      .replace(...without("Ulice"))
      .replace(...without("MestskyObvod"));
    expect(readText(text).person.address).toMatchObject({ street: "Vinohrady č. ev. 1136", city: "Praha" });
  });
});

describe("the answer among the files", () => {
  it("is found by its extension and its content, whatever the order", () => {
    const others = [file("a.pdf", "%PDF"), file("b.xml", "<b/>"), file("c.xml", "not XML")];
    expect(read(...others, file("UDAJE.XML", good)).person.lastName).toBe("NOVÁ");
  });
  it.each<[string, { name: string; content: Uint8Array }[]]>([
    ["no file", []],
    ["another extension", [file("udaje.txt", good)]],
    ["another document", [file("a.xml", "<a/>")]],
    ["two answers", [file("a.xml", good), file("b.xml", good)]],
    ["an entity", [file("a.xml", good.replace("<r:Pos", `<!DOCTYPE x [<!ENTITY e "x">]><r:Pos`))]],
    ["a bomb", [file("a.xml", good.replace("<r:Osoba>", `<r:Osoba>${"<r:x>".repeat(100_000)}`))]],
  ])("is missed in a message with %s", (_, files) => {
    expect(() => read(...files)).toThrow(MessageInvalid);
  });
});

/** Each is one change away from the good one; the schema and the reader must both refuse it. */
const bad: [string, string, string][] = [
  ["an unknown element", "<r:Osoba>", "<r:Neco/><r:Osoba>"],
  ["an unknown element at the end", "</r:Osoba>", "<r:Neco/></r:Osoba>"],
  ["an element of another namespace", "<r:Osoba>", `<Osoba xmlns="urn:x"/><r:Osoba>`],
  [
    "another order",
    `<r:Jmeno>JANA MARIE</r:Jmeno><r:Prijmeni>NOVÁ</r:Prijmeni>`,
    `<r:Prijmeni>NOVÁ</r:Prijmeni><r:Jmeno>JANA</r:Jmeno>`,
  ],
  ["an unknown attribute", "<r:Osoba>", `<r:Osoba x="1">`],
  ["an attribute of another namespace", "<r:Osoba>", `<r:Osoba xmlns:y="urn:y" y:x="1">`],
  ["text between elements", "<r:Osoba>", "<r:Osoba>x"],
  ["elements in text", "NOVÁ<", "NOVÁ<r:b/><"],
  ["no name", "<r:Prijmeni>NOVÁ</r:Prijmeni>", ""],
  ["an empty name", "NOVÁ", ""],
  ["spaces around a name", "NOVÁ", " NOVÁ "],
  ["a name too long", "NOVÁ", "N".repeat(101)],
  ["a date with a zone", "1990-02-28", "1990-02-28Z"],
  ["a date that is not there", "1990-02-28", "1990-02-30"],
  ["a date the Czech way", "1990-02-28", "28. 2. 1990"],
  ["a citizenship of two letters", "CZE", "CZ"],
  ["another way of provision", "jednorazove", "opakovane"],
  ["a time without an offset", "+01:00", ""],
  ["a postal code with a space", "13000", "130 00"],
  ["a house number that is none", "1136", "0"],
  ["a house number of another kind", "<r:CisloDomovni>", `<r:CisloDomovni druh="xx">`],
  ["a code of an address place with a leading zero", "21722099", "021722099"],
  ["a document of an unknown kind", "<r:Druh>P<", "<r:Druh>X<"],
  ["a document number with a space", "AB123456", "AB 123456"],
  ["an empty message for us", "> kód\nabcd-efgh &amp; konec<", "><"],
  ["a message for us too long", " kód", "k".repeat(1001)],
  ["too many documents", documents, documents.repeat(11)],
  ["another version", "registry-answer:v1", "registry-answer:v2"],
  [
    "a nil",
    "<r:Prijmeni>NOVÁ</r:Prijmeni>",
    `<r:Prijmeni xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>`,
  ],
];

describe("an answer that is not as the schema says", () => {
  it("is refused by the schema for the reason tried here only", async () => {
    expect(await schemaErrors(good, schema)).toEqual([]);
  });
  it.each(bad)("%s", async (_, from, to) => {
    const text = good.replace(from, to);
    expect(await schemaErrors(text, schema)).not.toEqual([]);
    expect(() => readText(text)).toThrow(MessageInvalid);
  });
  it("is not quoted in the error", () => {
    expect(() => readText(good.replace("1990-02-28", "28. 2. 1990"))).toThrow(
      /^DatumNarozeni is not as the schema says$/u,
    );
  });
});
