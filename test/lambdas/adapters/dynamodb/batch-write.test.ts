import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { batchWrite, type WriteRequest } from "../../../../lambdas/adapters/dynamodb/batch-write.ts";

const dynamo = mockClient(DynamoDBDocumentClient);
const client = dynamo as unknown as DynamoDBDocumentClient;
const requests = (count: number): WriteRequest[] =>
  Array.from({ length: count }, (_, index) => ({ PutRequest: { Item: { pk: `${index}` } } }));
const batches = () =>
  dynamo.commandCalls(BatchWriteCommand).map(({ args }) => args[0].input.RequestItems?.["table"] ?? []);

describe("batchWrite", () => {
  beforeEach(() => {
    dynamo.reset();
  });

  it("writes each item once, 25 at a time", async () => {
    dynamo.on(BatchWriteCommand).resolves({});
    await batchWrite(client, "table", requests(60));
    expect(
      batches()
        .map(({ length }) => length)
        .toSorted(),
    ).toEqual([10, 25, 25]);
    expect(new Set(batches().flat()).size).toBe(60);
  });

  it("writes nothing of nothing", async () => {
    await batchWrite(client, "table", []);
    expect(batches()).toEqual([]);
  });

  it("tries again what was left undone, and only that", async () => {
    const [one, two, three] = requests(3) as [WriteRequest, WriteRequest, WriteRequest];
    dynamo
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { table: [two, three] } })
      .resolvesOnce({ UnprocessedItems: { table: [three] } })
      .resolves({ UnprocessedItems: {} });
    await batchWrite(client, "table", [one, two, three]);
    expect(batches()).toEqual([[one, two, three], [two, three], [three]]);
  });

  it("gives up in the end", async () => {
    dynamo
      .on(BatchWriteCommand)
      .callsFake(({ RequestItems }: { RequestItems: unknown }) => ({ UnprocessedItems: RequestItems }));
    await expect(batchWrite(client, "table", requests(1), () => Promise.resolve())).rejects.toThrow(
      "1 items were still not written",
    );
    expect(batches()).toHaveLength(10);
  });
});
