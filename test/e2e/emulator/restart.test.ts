import { CreateTableCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateEventSourceMappingCommand } from "@aws-sdk/client-lambda";
import { DescribeExecutionCommand, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, emptyEmulator, makeFunction, makeMachine, type Clients } from "../../support/emulator.ts";
import { eventually } from "../../support/eventually.ts";

let emulator: Awaited<ReturnType<typeof emptyEmulator>>;
let clients: Clients;

beforeAll(async () => {
  emulator = await emptyEmulator();
  clients = clientsOf(emulator.endpoint);
});
afterAll(() => emulator.stop());

const makeTable = async (name: string): Promise<string> => {
  const made = await clients.dynamodb.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
    }),
  );
  return made.TableDescription?.LatestStreamArn ?? "";
};

/** A function that copies the keys of stream records into the table "seen". */
const copier = `
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.PutItem",
    authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/dynamodb/aws4_request",
  };
  export const handler = async (event) => {
    for (const { dynamodb } of event.Records) {
      const body = JSON.stringify({ TableName: "seen", Item: dynamodb.Keys });
      const answer = await fetch(process.env.AWS_ENDPOINT_URL, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    }
  };`;

const put = (table: string, pk: string) =>
  clients.dynamodb.send(new PutItemCommand({ TableName: table, Item: { pk: { S: pk } } }));

const delivered = (pk: string) =>
  eventually(`the delivery of ${pk}`, async () => {
    const found = await clients.dynamodb.send(
      new GetItemCommand({ TableName: "seen", Key: { pk: { S: pk } } }),
    );
    return found.Item;
  });

describe("After a restart", () => {
  it("an event source mapping delivers each new stream record, wherever in the stream it had been", async () => {
    await makeTable("seen");
    const FunctionName = await makeFunction(clients, "copier", copier);
    for (const StartingPosition of ["LATEST", "TRIM_HORIZON"] as const) {
      const EventSourceArn = await makeTable(StartingPosition);
      await clients.lambda.send(
        new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn, StartingPosition }),
      );
      for (const number of [1, 2, 3]) await put(StartingPosition, `${StartingPosition} ${number}`);
      await delivered(`${StartingPosition} 3`);
    }
    await emulator.restart();
    for (const position of ["LATEST", "TRIM_HORIZON"]) {
      await put(position, `${position} after`);
      expect(await delivered(`${position} after`)).toBeDefined();
    }
  });
});

describe.each(["restart", "crash"] as const)("After a %s", (end) => {
  it("items of a table are there; an execution that waited is not running (the reconciler's case)", async () => {
    await makeTable(`kept-${end}`);
    await put(`kept-${end}`, "item");
    const stateMachineArn = await makeMachine(clients, `waiting-${end}`, {
      Wait: { Type: "Wait", Seconds: 600, End: true },
    });
    const { executionArn } = await clients.states.send(new StartExecutionCommand({ stateMachineArn }));
    await emulator[end]();
    const { Item } = await clients.dynamodb.send(
      new GetItemCommand({ TableName: `kept-${end}`, Key: { pk: { S: "item" } } }),
    );
    expect(Item).toEqual({ pk: { S: "item" } });
    const execution = await clients.states.send(new DescribeExecutionCommand({ executionArn }));
    expect(execution.status).toBe("FAILED");
  });
});
