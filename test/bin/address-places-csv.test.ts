import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAddressPlaces } from "../../bin/address-places-csv.ts";

const list = join(import.meta.dirname, "../../local/address-places/places.csv");
const read = async (file: string) => {
  const places = [];
  for await (const place of readAddressPlaces(file)) places.push(place);
  return places;
};
const header =
  "Kód ADM;Název obce;Název části obce;Název ulice;Typ SO;Číslo domovní;Číslo orientační;Znak čísla orientačního;PSČ";
const fileOf = (...lines: string[]) => {
  const file = join(mkdtempSync(join(tmpdir(), "nia-link-places-")), "places.csv");
  const bytes = [...[header, ...lines].join("\r\n")].map(
    (letter) => codeOf.get(letter) ?? letter.charCodeAt(0),
  );
  writeFileSync(file, Buffer.from(bytes));
  return file;
};
const decoder = new TextDecoder("windows-1250");
const codeOf = new Map(
  Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const),
);

describe("the published list of address places", () => {
  it.each([
    ["22938421", "Nádražní 1204/15", "Olomouc", "a street with both numbers"],
    ["19143532", "Lipová 7", "Brno", "a street with one"],
    ["30100003", "Kaprova 42/14a", "Praha", "a number with a letter"],
    ["264", "č. p. 12", "Horní Lhota", "no street, the part of the town's own name"],
    ["30100001", "Dolní Lhota 3", "Horní Lhota", "no street, another part"],
    ["30100002", "č. ev. 21", "Horní Lhota", "a number of record"],
  ])("spells place %s as %s, %s: %s", async (code, street, city) => {
    const places = await read(list);
    expect(places.find((place) => place.code === code)?.address).toMatchObject({
      street,
      city,
      country: "CZ",
    });
  });

  it.each([
    ["a code that is none", "x1;Brno;Brno;Lipová;č.p.;7;;;60200"],
    ["no postal code", "1;Brno;Brno;Lipová;č.p.;7;;;"],
    ["a line that is too short", "1;Brno;Brno"],
  ])("is refused whole with %s", async (_name, line) => {
    await expect(read(fileOf("2;Brno;Brno;Lipová;č.p.;7;;;60200", line))).rejects.toThrow(/line|Invalid/);
  });

  it("reads what is right of the same file", async () => {
    expect(await read(fileOf("2;Brno;Brno;Lipová;č.p.;7;;;60200"))).toHaveLength(1);
  });
});
