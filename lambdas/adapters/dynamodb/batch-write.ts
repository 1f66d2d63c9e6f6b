import { setTimeout } from "node:timers/promises";
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from "@aws-sdk/lib-dynamodb";

export type WriteRequest = NonNullable<BatchWriteCommandInput["RequestItems"]>[string][number];

/** What DynamoDB takes in one call. */
const BATCH = 25;
const AT_ONCE = 4;
const ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 5000;

/** Writes any number of items, in no particular order; whatever DynamoDB leaves undone is tried again, ever later. */
export const batchWrite = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  requests: readonly WriteRequest[],
  pause: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<void> => {
  const batches: WriteRequest[][] = [];
  for (let start = 0; start < requests.length; start += BATCH) {
    batches.push(requests.slice(start, start + BATCH));
  }
  const writeBatch = async (batch: WriteRequest[], attempt: number): Promise<void> => {
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [tableName]: batch } }),
    );
    const left = UnprocessedItems?.[tableName] ?? [];
    if (left.length === 0) return;
    if (attempt === ATTEMPTS) throw new Error(`${left.length} items were still not written`);
    await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 20 * 2 ** attempt));
    await writeBatch(left, attempt + 1);
  };
  const takeBatches = async () => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      // oxlint-disable-next-line no-await-in-loop -- a few at once, the rest in turn
      await writeBatch(batch, 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeBatches));
};
