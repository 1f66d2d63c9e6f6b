import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
} from "@aws-sdk/lib-dynamodb";
import type { AwsClientStub } from "aws-sdk-client-mock";

type Item = Record<string, unknown>;
interface Keyed {
  pk?: unknown;
  sk?: unknown;
}

/** A table with `pk` and `sk` behind a mocked client, with the one condition that `Models` knows. */
export const catalogueTable = (dynamo: AwsClientStub<DynamoDBDocumentClient>) => {
  const rows = new Map<string, Item>();
  const nameOf = ({ pk, sk }: Keyed) => `${String(pk)}|${String(sk)}`;
  const table = {
    items: () => [...rows.values()].toSorted((one, other) => nameOf(one).localeCompare(nameOf(other))),
    put: (item: Item) => void rows.set(nameOf(item), item),
    /** Called before a conditional put: to lose a race, or to fail. */
    beforePut: () => {},
  };
  const found = (key: Keyed | undefined) => {
    const Item = rows.get(nameOf(key ?? {}));
    return Item === undefined ? {} : { Item };
  };

  dynamo.on(GetCommand).callsFake(({ Key }: { Key: Keyed }) => found(Key));
  dynamo
    .on(TransactGetCommand)
    .callsFake(({ TransactItems }: { TransactItems: { Get: { Key: Keyed } }[] }) => ({
      Responses: TransactItems.map(({ Get }) => found(Get.Key)),
    }));
  dynamo
    .on(QueryCommand)
    .callsFake(({ ExpressionAttributeValues }: { ExpressionAttributeValues: { ":pk": string } }) => ({
      Items: table.items().filter(({ pk }) => pk === ExpressionAttributeValues[":pk"]),
    }));
  dynamo.on(BatchWriteCommand).callsFake(({ RequestItems }: BatchWriteCommand["input"]) => {
    for (const { PutRequest, DeleteRequest } of Object.values(RequestItems ?? {}).flat()) {
      if (PutRequest?.Item !== undefined) table.put(PutRequest.Item);
      if (DeleteRequest?.Key !== undefined) rows.delete(nameOf(DeleteRequest.Key));
    }
    return {};
  });
  dynamo.on(PutCommand).callsFake(({ Item = {} }: PutCommand["input"]) => {
    table.beforePut();
    const stored = rows.get(nameOf(Item));
    if (stored !== undefined && Number(stored["no"]) > Number(Item["no"])) {
      throw Object.assign(new Error("The conditional request failed"), {
        name: "ConditionalCheckFailedException",
      });
    }
    table.put(Item);
    return {};
  });
  return table;
};
