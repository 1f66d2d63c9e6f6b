import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Address } from "../../domain/person.ts";
import type { AddressPlaces } from "../../services/ports/address-places.ts";
import { batchWrite } from "./batch-write.ts";

/** One address place of the published list: RÚIAN code and address. */
export interface AddressPlace {
  code: string;
  address: Address;
}

const keyOf = (code: string) => ({ pk: `PLACE#${code}`, sk: "PLACE" });

/** Address places in the catalogue table, one item each. */
export const makeAddressPlaces = (client: DynamoDBDocumentClient, tableName: string): AddressPlaces => ({
  find: async (code) => {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keyOf(code) }));
    if (Item === undefined) return undefined;
    const { street, city, postalCode, country } = Item as unknown as Address;
    return { street, city, postalCode, country };
  },
});

/** Stores a part of the list; what is there already is replaced. */
export const storeAddressPlaces = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  places: readonly AddressPlace[],
): Promise<void> => {
  const requests = places.map(({ code, address }) => ({
    PutRequest: { Item: { ...keyOf(code), ...address } },
  }));
  await batchWrite(client, tableName, requests);
};
