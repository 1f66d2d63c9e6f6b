import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import * as z from "zod";
import type { AddressPlace } from "../lambdas/adapters/dynamodb/address-places.ts";

/** The columns that an address is made of, as the list published by ČÚZK names them. */
const row = z.object({
  "Kód ADM": z.string().regex(/^\d{1,9}$/),
  "Název obce": z.string().min(1),
  "Název části obce": z.string(),
  "Název ulice": z.string(),
  "Typ SO": z.string(),
  "Číslo domovní": z.string().regex(/^\d+$/),
  "Číslo orientační": z.string(),
  "Znak čísla orientačního": z.string(),
  PSČ: z.string().regex(/^\d{5}$/),
});
type Row = z.infer<typeof row>;

/** With a street: `Nádražní 1204/15`. Without: `č. p. 12` in a place of the town's own name, else `Lhota 12`. */
const streetOf = (place: Row): string => {
  const number = place["Číslo domovní"];
  const orientation = place["Číslo orientační"] + place["Znak čísla orientačního"];
  const house = place["Typ SO"] === "č.ev." ? `č. ev. ${number}` : number;
  if (place["Název ulice"] !== "")
    return `${place["Název ulice"]} ${orientation === "" ? house : `${house}/${orientation}`}`;
  const part = place["Název části obce"];
  if (part !== "" && part !== place["Název obce"]) return `${part} ${house}`;
  return house.startsWith("č.") ? house : `č. p. ${house}`;
};

const placeOf = (place: Row): AddressPlace => ({
  code: place["Kód ADM"],
  address: {
    street: streetOf(place),
    city: place["Název obce"],
    postalCode: place["PSČ"],
    country: "CZ",
  },
});

/**
 * The address places of one file of the list "Adresní místa RÚIAN ve formátu CSV": windows-1250, semicolons, a header.
 * Throws with the line where a row is not of that form: half a list would be worse than none.
 */
export async function* readAddressPlaces(file: string): AsyncGenerator<AddressPlace> {
  const text = Readable.toWeb(createReadStream(file)).pipeThrough(new TextDecoderStream("windows-1250"));
  const rows = Readable.fromWeb(text).pipe(
    parse({ delimiter: ";", columns: true, quote: false, info: true }),
  );
  for await (const { record, info } of rows as AsyncIterable<{ record: unknown; info: { lines: number } }>) {
    const parsed = row.safeParse(record);
    if (!parsed.success) throw new Error(`${file}, line ${info.lines}: ${z.prettifyError(parsed.error)}`);
    yield placeOf(parsed.data);
  }
}
