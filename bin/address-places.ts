import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type AddressPlace, storeAddressPlaces } from "../lambdas/adapters/dynamodb/address-places.ts";
import { readAddressPlaces } from "./address-places-csv.ts";

const help = `npm run address-places -- --table <catalogue table> <file.csv>...

Stores the address places of RÚIAN, so that the service can spell an address of which the registry tells the code.
The files: "Adresní místa RÚIAN ve formátu CSV", published monthly by ČÚZK, one for each municipality.
The table is the stack's output CatalogueTable; region and credentials come from the environment as for any AWS tool.`;

const { values, positionals } = parseArgs({
  options: { table: { type: "string" }, help: { type: "boolean", short: "h" } },
  allowPositionals: true,
});

const PART = 1000;

const store = async (table: string, files: readonly string[]): Promise<number> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  let stored = 0;
  const flush = async (part: AddressPlace[]) => {
    await storeAddressPlaces(client, table, part);
    stored += part.length;
  };
  for (const file of files) {
    let part: AddressPlace[] = [];
    for await (const place of readAddressPlaces(file)) {
      if (part.push(place) < PART) continue;
      await flush(part);
      part = [];
    }
    await flush(part);
  }
  return stored;
};

if (values.help === true || values.table === undefined || positionals.length === 0) {
  process.stdout.write(`${help}\n`);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  process.stdout.write(`${await store(values.table, positionals)} address places stored\n`);
}
