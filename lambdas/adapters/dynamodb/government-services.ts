import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { GovernmentServices, ServiceList } from "../../services/ports/government-services.ts";

const key = { pk: "GOVERNMENT-SERVICES", sk: "LIST" };

/** The catalogue of government services in the catalogue table: one item, so that it is replaced in one step. */
export const makeGovernmentServices = (
  client: DynamoDBDocumentClient,
  tableName: string,
): GovernmentServices => ({
  list: async () => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
    );
    if (Item === undefined) return undefined;
    const { services, loadedAt } = Item as unknown as ServiceList;
    return { services, loadedAt };
  },

  replace: async ({ services, loadedAt }) => {
    await client.send(new PutCommand({ TableName: tableName, Item: { ...key, services, loadedAt } }));
  },
});
