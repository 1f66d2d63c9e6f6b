import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/**
 * DynamoDB and Secrets Manager as far as the API's routes need them, in a process of its own, so that its work is not
 * counted as theirs. Run by `fork`: sends its address, and ends with its parent.
 */

type Value = Record<string, unknown>;
type Item = Record<string, Value>;
interface Put {
  TableName: string;
  Item?: Item;
  Key?: Item;
  ConditionExpression?: string;
  ExpressionAttributeValues?: Item;
}
interface Query extends Put {
  Limit?: number;
  ScanIndexForward?: boolean;
}

const tables = new Map<string, Map<string, Item>>();
const tableOf = (name: string) => {
  const table = tables.get(name) ?? new Map<string, Item>();
  tables.set(name, table);
  return table;
};
const nameOf = (item: Item = {}) => `${String(item["pk"]?.["S"])}|${String(item["sk"]?.["S"])}`;
const find = ({ TableName, Key }: Put) => {
  const found = tableOf(TableName).get(nameOf(Key));
  return found === undefined ? {} : { Item: found };
};

const holds = (write: Put): boolean => {
  const stored = tableOf(write.TableName).get(nameOf(write.Item ?? write.Key));
  if (write.ConditionExpression === "attribute_not_exists(pk)") return stored === undefined;
  const version = write.ExpressionAttributeValues?.[":version"];
  return version === undefined || stored?.["version"]?.["N"] === version["N"];
};

const apply = ({ Put: put, Delete: removal }: { Put?: Put; Delete?: Put }): void => {
  if (put?.Item !== undefined) tableOf(put.TableName).set(nameOf(put.Item), put.Item);
  if (removal !== undefined) tableOf(removal.TableName).delete(nameOf(removal.Key));
};

class Refused extends Error {}

const operations: Record<string, (input: never) => object> = {
  GetItem: find,
  PutItem: (put: Put) => {
    apply({ Put: put });
    return {};
  },
  // Counters of limits: none is ever full.
  UpdateItem: () => ({}),
  Query: ({ TableName, ExpressionAttributeValues, Limit, ScanIndexForward }: Query) => {
    const partition = `${String(ExpressionAttributeValues?.[":pk"]?.["S"])}|`;
    const names = [...tableOf(TableName).keys()].filter((name) => name.startsWith(partition)).toSorted();
    if (ScanIndexForward === false) names.reverse();
    return { Items: names.slice(0, Limit).map((name) => tableOf(TableName).get(name)) };
  },
  Scan: ({ TableName }: Put) => ({ Items: [...tableOf(TableName).values()] }),
  TransactGetItems: ({ TransactItems }: { TransactItems: { Get: Put }[] }) => ({
    Responses: TransactItems.map(({ Get }) => find(Get)),
  }),
  TransactWriteItems: ({ TransactItems }: { TransactItems: Record<string, Put>[] }) => {
    if (!TransactItems.flatMap((write) => Object.values(write)).every(holds)) throw new Refused();
    TransactItems.forEach(apply);
    return {};
  },
  BatchWriteItem: ({ RequestItems }: { RequestItems: Record<string, { PutRequest?: { Item: Item } }[]> }) => {
    for (const [TableName, requests] of Object.entries(RequestItems))
      for (const { PutRequest } of requests)
        if (PutRequest !== undefined) apply({ Put: { TableName, ...PutRequest } });
    return {};
  },
  GetSecretValue: () => ({ SecretString: JSON.stringify({ key: process.argv[2] }) }),
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
  response.setHeader("content-type", "application/x-amz-json-1.0");
  try {
    const run = operations[operation];
    if (run === undefined) throw new Error(`${operation} is not known here`);
    response.end(JSON.stringify(run(JSON.parse(await text(request)) as never)));
  } catch (error) {
    const type = error instanceof Refused ? "TransactionCanceledException" : "ValidationException";
    response.statusCode = 400;
    response.end(JSON.stringify({ __type: type, message: String(error) }));
  }
};

const server = createServer((request, response) => void answer(request, response));
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("disconnect", () => process.exit());
