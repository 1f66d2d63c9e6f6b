import type { DynamoDBStreamEvent } from "aws-lambda";

/** New items from the table's stream, or the sweep of what was left. */
export type OutboxEvent = DynamoDBStreamEvent | { sweep: true };

/** Ids of the outbox items of a batch; undefined asks for the sweep. */
export const itemIdsOf = (event: OutboxEvent): string[] | undefined =>
  "sweep" in event ? undefined : event.Records.flatMap(({ dynamodb }) => dynamodb?.NewImage?.["id"]?.S ?? []);
