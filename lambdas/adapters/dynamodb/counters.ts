import { createHmac } from "node:crypto";
import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Counters, Use } from "../../services/ports/counters.ts";

/** Rows outlive their window by this much, so that a late clock finds no empty window. */
const KEPT_SECONDS = 3600;

/** `Counters` as rows of the limits table: one conditional update for each use. */
export const makeCounters = (
  client: DynamoDBDocumentClient,
  { table, key }: { table: string; key: string },
): Counters => {
  const rowOf = ({ limit, subject, window }: Use): string => {
    const hidden = createHmac("sha256", key).update(`${limit}|${subject}`).digest("base64url");
    return `${limit}#${window.start}#${hidden}`;
  };
  return {
    take: async (use) => {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: rowOf(use) },
            UpdateExpression: "SET #ttl = :ttl ADD taken :one",
            ConditionExpression: "attribute_not_exists(pk) OR taken < :times",
            ExpressionAttributeNames: { "#ttl": "ttl" },
            ExpressionAttributeValues: {
              ":ttl": use.window.end + KEPT_SECONDS,
              ":one": 1,
              ":times": use.times,
            },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
        throw error;
      }
    },
  };
};
