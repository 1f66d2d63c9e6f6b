import { BatchWriteCommand, DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import {
  makeAddressPlaces,
  storeAddressPlaces,
} from "../../../../lambdas/adapters/dynamodb/address-places.ts";

const address = { street: "Nádražní 1204/15", city: "Olomouc", postalCode: "77900", country: "CZ" };

describe("address places", () => {
  const dynamo = mockClient(DynamoDBDocumentClient);
  const client = dynamo as unknown as DynamoDBDocumentClient;
  beforeEach(() => dynamo.reset());

  it("are found as they were stored", async () => {
    dynamo.on(BatchWriteCommand).resolves({});
    await storeAddressPlaces(client, "catalogue", [{ code: "22938421", address }]);
    const [call] = dynamo.commandCalls(BatchWriteCommand);
    const item = call?.args[0].input.RequestItems?.["catalogue"]?.[0]?.PutRequest?.Item;
    dynamo
      .on(GetCommand, { TableName: "catalogue", Key: { pk: item?.["pk"], sk: item?.["sk"] } })
      .resolves({ Item: item });
    expect(await makeAddressPlaces(client, "catalogue").find("22938421")).toEqual(address);
  });

  it("are not found where there is none", async () => {
    dynamo.on(GetCommand).resolves({});
    expect(await makeAddressPlaces(client, "catalogue").find("1")).toBeUndefined();
  });
});
