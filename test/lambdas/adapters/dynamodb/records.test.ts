import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { makeRecords } from "../../../../lambdas/adapters/dynamodb/records.ts";
import { Conflict } from "../../../../lambdas/domain/errors.ts";
import type { Write } from "../../../../lambdas/services/ports/records.ts";
import { accountId, aKey, anAccount, aSession, aVerification } from "../../../support/builders.ts";

const dynamo = mockClient(DynamoDBDocumentClient);
const tables = {
  accounts: "accounts",
  audit: "audit",
  waitingIndex: "waiting",
  kindIndex: "kinds",
  operatorIndex: "operators",
  dayIndex: "days",
};
let pauses: number[];
const records = makeRecords(dynamo as unknown as DynamoDBDocumentClient, tables, async (ms) => {
  pauses.push(ms);
});

const written = () => dynamo.commandCalls(TransactWriteCommand).at(-1)!.args[0].input.TransactItems!;
const cancelled = (...codes: string[]) =>
  Object.assign(new Error("cancelled"), {
    name: "TransactionCanceledException",
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const event = {
  id: "event-1",
  at: "2026-11-23T09:00:00.000Z",
  action: "logged-in",
  actor: "user",
} as const;
const isNew = { ConditionExpression: "attribute_not_exists(pk)" };
const isAt = (version: number) => ({
  ConditionExpression: "#version = :version",
  ExpressionAttributeNames: { "#version": "version" },
  ExpressionAttributeValues: { ":version": version },
});

const rowOf = async (write: Write) => {
  await records.commit([write]);
  return written()[0]?.Put?.Item ?? {};
};

beforeEach(() => {
  dynamo.reset();
  dynamo.on(TransactWriteCommand).resolves({});
  pauses = [];
});

describe("a commit", () => {
  const key = { pk: `ACCOUNT#${accountId}`, sk: "ACCOUNT" };

  it.each<[string, Write, object]>([
    [
      "a new record",
      { put: anAccount() },
      { Put: { TableName: "accounts", Item: { ...key, version: 1 }, ...isNew } },
    ],
    [
      "a changed one",
      { put: anAccount({ version: 3 }) },
      { Put: { Item: { ...key, version: 4 }, ...isAt(3) } },
    ],
    [
      "one removed",
      { remove: anAccount({ version: 3 }) },
      { Delete: { TableName: "accounts", Key: key, ...isAt(3) } },
    ],
    ["one checked", { check: anAccount({ version: 3 }) }, { ConditionCheck: { Key: key, ...isAt(3) } }],
    ["one that must not be", { check: anAccount() }, { ConditionCheck: { Key: key, ...isNew } }],
    [
      "an event of an account",
      { audit: { ...event, accountId } },
      { Put: { TableName: "audit", Item: { pk: key.pk, sk: `${event.at}#event-1` }, ...isNew } },
    ],
    [
      "an event of the service",
      { audit: event },
      { Put: { TableName: "audit", Item: { pk: "SERVICE" }, ...isNew } },
    ],
  ])("writes %s under its condition", async (_, write, item) => {
    await records.commit([write]);
    expect(written()).toMatchObject([item]);
  });

  it("is one transaction, whatever it holds", async () => {
    await records.commit([{ put: anAccount() }, { put: aKey("key-1") }, { audit: event }]);
    expect(dynamo.calls()).toHaveLength(1);
    expect(written()).toHaveLength(3);
  });

  it("puts what waits on its list, and what has ended on none", async () => {
    await records.commit([{ put: aVerification() }]);
    expect(written()[0]?.Put?.Item).toMatchObject({
      listPk: "OPEN-VERIFICATION",
      listSk: "2026-11-23T09:00:00.000Z",
    });
    await records.commit([{ put: aVerification({ endedAt: "2026-11-24T09:00:00.000Z" }) }]);
    expect(written()[0]?.Put?.Item).not.toHaveProperty("listPk");
  });

  it("lets DynamoDB delete what expires, a day after", async () => {
    await records.commit([{ put: aSession([]) }]);
    expect(written()[0]?.Put?.Item).toMatchObject({ ttl: Date.parse("2026-11-25T09:00:00.000Z") / 1000 });
  });

  it("whose condition fails is a conflict and is not tried again", async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled("TransactionConflict", "ConditionalCheckFailed"));
    await expect(records.commit([{ put: anAccount() }])).rejects.toThrow(Conflict);
    expect(dynamo.calls()).toHaveLength(1);
  });

  it("that meets another one is tried again", async () => {
    const met = cancelled("None", "TransactionConflict");
    dynamo.on(TransactWriteCommand).rejectsOnce(met).rejectsOnce(met).resolves({});
    await records.commit([{ put: anAccount() }]);
    expect(dynamo.calls()).toHaveLength(3);
    expect(pauses).toHaveLength(2);
  });

  it("that meets others again and again fails in the end", async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled("TransactionConflict"));
    await expect(records.commit([{ put: anAccount() }])).rejects.toThrow("cancelled");
    expect(dynamo.calls()).toHaveLength(6);
  });

  it.each([[cancelled("ThrottlingError")], [new Error("denied")]])(
    "fails as it failed: %o",
    async (error) => {
      dynamo.on(TransactWriteCommand).rejects(error);
      await expect(records.commit([{ put: anAccount() }])).rejects.toBe(error);
      expect(dynamo.calls()).toHaveLength(1);
    },
  );
});

describe("reading", () => {
  it.each([
    ["an account", anAccount()],
    ["a key", aKey("key-1")],
    ["a session", aSession(["key-1"])],
    ["an open verification", aVerification()],
  ])("gives %s back as it was written", async (_, entity) => {
    const Item = await rowOf({ put: entity });
    dynamo.on(GetCommand).resolves({ Item });
    expect(await records.get(entity.type, entity)).toEqual({ ...entity, version: 1 });
    expect(dynamo.commandCalls(GetCommand)[0]?.args[0].input).toMatchObject({
      TableName: "accounts",
      Key: { pk: Item["pk"] as string, sk: Item["sk"] as string },
      ConsistentRead: true,
    });
  });

  it("gives undefined where nothing is", async () => {
    dynamo.on(GetCommand).resolves({});
    dynamo.on(QueryCommand).resolves({ Items: [] });
    expect(await records.get("account", { id: accountId })).toBeUndefined();
    expect(await records.account(accountId)).toBeUndefined();
  });

  it("gathers an account over all its pages, consistently", async () => {
    const LastEvaluatedKey = { pk: "page", sk: "1" };
    const first = [await rowOf({ put: anAccount() }), await rowOf({ put: aKey("key-1") })];
    const second = [await rowOf({ put: aKey("key-2") }), await rowOf({ put: aSession([]) })];
    dynamo.on(QueryCommand).resolvesOnce({ Items: first, LastEvaluatedKey }).resolves({ Items: second });
    const loaded = await records.account(accountId);
    expect(loaded?.keys.map(({ id }) => id)).toEqual(["key-1", "key-2"]);
    expect(loaded?.sessions).toHaveLength(1);
    const inputs = dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(inputs).toMatchObject([{ ConsistentRead: true }, { ExclusiveStartKey: LastEvaluatedKey }]);
    expect(inputs[0]).not.toHaveProperty("ExclusiveStartKey");
  });

  it.each([
    ["before an instant", "2026-11-23T08:00:00.000Z", "2026-11-23T08:00:00.000Z"],
    ["whenever", undefined, "9999"],
  ])("lists what waits since %s", async (_, before, expected) => {
    const Items = [await rowOf({ put: aVerification() })];
    dynamo.on(QueryCommand).resolves({ Items });
    expect(await records.waiting("verification", before)).toEqual([aVerification({ version: 1 })]);
    expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      IndexName: "waiting",
      ExpressionAttributeValues: { ":list": "OPEN-VERIFICATION", ":before": expected },
    });
  });

  it("gives the keys of a model page by page", async () => {
    const row = { type: "model-key", modelKey: "model-1", id: "key-2", version: 0, accountId } as const;
    const Item = await rowOf({ put: row });
    expect(Item).toMatchObject({ pk: "MODEL-KEYS#model-1", sk: "KEY#key-2" });
    dynamo.on(QueryCommand).resolves({ Items: [Item] });
    expect(await records.keysOfModel("model-1", 25, "key-1")).toEqual([{ ...row, version: 1 }]);
    await records.keysOfModel("model-1", 25);
    const inputs = dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(inputs).toMatchObject([
      {
        ConsistentRead: true,
        Limit: 25,
        ExpressionAttributeValues: { ":pk": "MODEL-KEYS#model-1", ":after": "KEY#key-1" },
      },
      { ExpressionAttributeValues: { ":after": "KEY#" } },
    ]);
  });
});

describe("the holders of a phone", () => {
  const phone = "+420601000111";

  it("stand side by side under the phone, each written once", async () => {
    const holder = { type: "phone-holder", phone, accountId, version: 0 } as const;
    await records.commit([{ put: holder }]);
    expect(written()[0]?.Put).toMatchObject({
      Item: { pk: `PHONE#${phone}`, sk: `ACCOUNT#${accountId}` },
      ...isNew,
    });
  });

  it("are read consistently, all pages of them", async () => {
    const next = { pk: "next" };
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [{ accountId: "one" }], LastEvaluatedKey: next })
      .resolvesOnce({ Items: [{ accountId: "two" }] });
    expect(await records.holdersOf(phone)).toEqual(["one", "two"]);
    const [first] = dynamo.commandCalls(QueryCommand);
    expect(first?.args[0].input).toMatchObject({
      TableName: "accounts",
      ConsistentRead: true,
      ExpressionAttributeValues: { ":pk": `PHONE#${phone}` },
    });
  });
});

describe("the audit events of an account", () => {
  const events = Array.from({ length: 5 }, (_, index) => ({
    ...event,
    accountId,
    id: `event-${index}`,
    at: `2026-11-23T09:00:0${9 - index}.000Z`,
  }));
  const rows = async () => {
    await records.commit(events.map((audit) => ({ audit })));
    return written().map(({ Put }) => Put!.Item!);
  };
  const inputs = () => dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input);

  it("come newest first as they were written, with where the next page begins", async () => {
    dynamo.on(QueryCommand).resolves({ Items: (await rows()).slice(0, 4) });
    expect(await records.auditOf(accountId, { of: "all", limit: 3 })).toEqual({
      events: events.slice(0, 3),
      before: "2026-11-23T09:00:07.000Z#event-2",
    });
    expect(inputs()).toMatchObject([{ TableName: "audit", ScanIndexForward: false, Limit: 4 }]);
    expect(inputs()[0]).not.toHaveProperty("FilterExpression");
  });

  it("say nothing of a next page after the last one", async () => {
    dynamo.on(QueryCommand).resolves({ Items: (await rows()).slice(0, 3) });
    const last = await records.auditOf(accountId, { of: "all", limit: 3, before: "2026#x" });
    expect(last).toEqual({ events: events.slice(0, 3) });
    expect(inputs()).toMatchObject([
      {
        KeyConditionExpression: "pk = :pk AND sk < :before",
        ExpressionAttributeValues: { ":before": "2026#x" },
      },
    ]);
  });

  it("of one kind are read from the index of kinds", async () => {
    dynamo.on(QueryCommand).resolves({ Items: await rows() });
    await records.auditOf(accountId, { of: "logins", limit: 9 });
    expect(inputs()).toMatchObject([
      {
        IndexName: "kinds",
        KeyConditionExpression: "kindPk = :pk",
        ExpressionAttributeValues: { ":pk": `ACCOUNT#${accountId}#logins` },
      },
    ]);
  });

  it("are read on where hidden ones filled a page, until the page is full", async () => {
    const all = await rows();
    const LastEvaluatedKey = { pk: "p", sk: "2026-11-23T08:00:00.000Z#hidden" };
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: all.slice(0, 1), LastEvaluatedKey })
      .resolves({ Items: all.slice(1) });
    const { events: found } = await records.auditOf(accountId, { of: "shown", limit: 3 });
    expect(found).toEqual(events.slice(0, 3));
    expect(inputs()).toMatchObject([
      { FilterExpression: "attribute_exists(kindPk)", Limit: 4 },
      { ExpressionAttributeValues: { ":before": LastEvaluatedKey.sk }, Limit: 3 },
    ]);
  });

  it("are given up on after five reads of hidden ones, with where to go on", async () => {
    const LastEvaluatedKey = { pk: "p", sk: "2026-11-23T08:00:00.000Z#hidden" };
    dynamo.on(QueryCommand).resolves({ Items: [], LastEvaluatedKey });
    expect(await records.auditOf(accountId, { of: "shown", limit: 3 })).toEqual({
      events: [],
      before: LastEvaluatedKey.sk,
    });
    expect(inputs()).toHaveLength(5);
  });

  it.each([
    ["logged-in", "user", `ACCOUNT#${accountId}#logins`],
    ["logged-in", "operator", `ACCOUNT#${accountId}#helpdesk`],
    ["case-opened", "system", undefined],
  ] as const)("are indexed: %s by %s", async (action, actor, kindPk) => {
    expect((await rowOf({ audit: { ...event, action, actor, accountId } }))["kindPk"]).toBe(kindPk);
  });
});
