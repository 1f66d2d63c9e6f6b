import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { PortalCatalogue, StoredPortalMetadata } from "../../services/ports/portal-catalogue.ts";

const KEY = { pk: "PORTAL", sk: "METADATA" };

/** The portal's metadata in the catalogue table, one item. */
export const makePortalCatalogue = (client: DynamoDBDocumentClient, tableName: string): PortalCatalogue => ({
  current: async () => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: KEY, ConsistentRead: true }),
    );
    if (Item === undefined) return undefined;
    const { pk: _pk, sk: _sk, ...metadata } = Item;
    return metadata as StoredPortalMetadata;
  },
  store: async (metadata) => {
    await client.send(new PutCommand({ TableName: tableName, Item: { ...KEY, ...metadata } }));
  },
});
