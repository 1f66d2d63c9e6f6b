import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { makeCounters } from "../../../../lambdas/adapters/dynamodb/counters.ts";
import type { Use } from "../../../../lambdas/services/ports/counters.ts";

const client = mockClient(DynamoDBDocumentClient);
const document = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "eu-central-1" }));
const countersWith = (key: string) => makeCounters(document, { table: "limits", key });
const use: Use = {
  limit: "logins-with-name",
  subject: "jana@example.cz",
  times: 20,
  window: { start: 1_795_000_200, end: 1_795_000_800 },
};
const rows = () =>
  client.commandCalls(UpdateCommand).map(({ args: [{ input }] }) => String(input.Key?.["pk"]));

beforeEach(() => {
  client.reset();
  client.on(UpdateCommand).resolves({});
});

describe("a use", () => {
  it("is one conditional update that DynamoDB decides", async () => {
    expect(await countersWith("key").take(use)).toBe(true);
    expect(client.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      TableName: "limits",
      UpdateExpression: "SET #ttl = :ttl ADD taken :one",
      ConditionExpression: "attribute_not_exists(pk) OR taken < :times",
      ExpressionAttributeValues: { ":one": 1, ":times": 20, ":ttl": 1_795_000_800 + 3600 },
    });
  });

  it("is refused where the window is full", async () => {
    client
      .on(UpdateCommand)
      .rejects(Object.assign(new Error("full"), { name: "ConditionalCheckFailedException" }));
    expect(await countersWith("key").take(use)).toBe(false);
  });

  it("is neither where DynamoDB does not answer", async () => {
    client.on(UpdateCommand).rejects(Object.assign(new Error("slow down"), { name: "ThrottlingException" }));
    await expect(countersWith("key").take(use)).rejects.toThrow("slow down");
  });

  it("hides who is counted: the same row for the same one, another with another key", async () => {
    await countersWith("key").take(use);
    await countersWith("key").take(use);
    await countersWith("other key").take(use);
    await countersWith("key").take({ ...use, subject: "petr@example.cz" });
    await countersWith("key").take({ ...use, limit: "registrations-of-email" });
    const [first, same, ...others] = rows();
    expect(same).toBe(first);
    expect(new Set([first, ...others]).size).toBe(4);
    expect(rows().join()).not.toContain("jana");
    const hashes = rows().map((row) => row.split("#")[2]);
    expect(new Set(hashes).size).toBe(4);
  });

  it("begins anew with each window", async () => {
    await countersWith("key").take(use);
    await countersWith("key").take({ ...use, window: { start: use.window.end, end: use.window.end + 600 } });
    expect(new Set(rows()).size).toBe(2);
  });
});
