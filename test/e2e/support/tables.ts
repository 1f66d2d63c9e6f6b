import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Endpoints } from "../../../local/steps/endpoints.ts";

export type Row = Record<string, unknown>;

/** Every row of a table of the product, as it lies there. */
export const rowsOf = async (
  { emulator: endpoint, region, tables }: Endpoints,
  table: keyof Endpoints["tables"],
): Promise<Row[]> => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  try {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: tables[table] }));
    if (LastEvaluatedKey !== undefined) throw new Error(`${table} does not fit into one page`);
    return Items;
  } finally {
    client.destroy();
  }
};
