import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Conflict } from "../../domain/errors.ts";
import type { OutageBanner } from "../../domain/outage-banner.ts";
import type { Banners } from "../../services/ports/banners.ts";
import { auditRow } from "./audit-rows.ts";

const key = { pk: "OUTAGE", sk: "BANNER" };

/** The banner as it is, for functions that may read the catalogue and nothing else. */
export const makeReadBanner =
  (client: DynamoDBDocumentClient, catalogue: string): Banners["current"] =>
  async () => {
    const { Item } = await client.send(new GetCommand({ TableName: catalogue, Key: key }));
    if (Item === undefined) return undefined;
    const { pk: _pk, sk: _sk, ...banner } = Item;
    return banner as OutageBanner;
  };

/** The `Banners` port over one row of the catalogue, which functions without any right to accounts may read. */
export const makeBanners = (
  client: DynamoDBDocumentClient,
  tables: { catalogue: string; audit: string },
): Banners => ({
  current: makeReadBanner(client, tables.catalogue),

  replace: async (next, audit) => {
    const version = next.version + 1;
    const isAsRead =
      next.version === 0
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : {
            ConditionExpression: "#version = :read",
            ExpressionAttributeNames: { "#version": "version" },
            ExpressionAttributeValues: { ":read": next.version },
          };
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: tables.catalogue, Item: { ...next, version, ...key }, ...isAsRead } },
            {
              Put: {
                TableName: tables.audit,
                Item: auditRow(audit),
                ConditionExpression: "attribute_not_exists(pk)",
              },
            },
          ],
        }),
      );
    } catch (error) {
      // Another one writes it at this moment, or has written it since it was read.
      if (error instanceof Error && error.name === "TransactionCanceledException")
        throw new Conflict("the banner has changed since it was read");
      throw error;
    }
  },
});
