import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { AuditEvent } from "../../domain/audit.ts";
import { Conflict } from "../../domain/errors.ts";
import type { Entity, EntityOf } from "../../domain/records.ts";
import type { AccountRecords, Records, Write } from "../../services/ports/records.ts";
import { keyOf, keyOfEntity, listNames, listOf, timeToLive } from "./keys.ts";

export interface RecordTables {
  accounts: string;
  audit: string;
  /** Index of the accounts table over `listPk`, `listSk`. */
  waitingIndex: string;
}

type Item = Record<string, unknown>;
type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

const rowAttributes = ["pk", "sk", "listPk", "listSk", "ttl"] as const;

const toRow = (entity: Entity): Item => {
  const ttl = timeToLive(entity);
  return {
    ...entity,
    version: entity.version + 1,
    ...keyOfEntity(entity),
    ...listOf(entity),
    ...(ttl === undefined ? {} : { ttl }),
  };
};

const fromRow = <T>(row: Item): T => {
  const entity = { ...row };
  for (const attribute of rowAttributes) delete entity[attribute];
  return entity as T;
};

const atVersion = (entity: Entity) =>
  entity.version === 0
    ? { ConditionExpression: "attribute_not_exists(pk)" }
    : {
        ConditionExpression: "#version = :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": entity.version },
      };

const auditRow = (event: AuditEvent): Item => ({
  ...event,
  pk: event.accountId === undefined ? "SERVICE" : `ACCOUNT#${event.accountId}`,
  sk: `${event.at}#${event.id}`,
});

const toTransactItem = (tables: RecordTables, write: Write): TransactItem => {
  if ("audit" in write)
    return {
      Put: {
        TableName: tables.audit,
        Item: auditRow(write.audit),
        ConditionExpression: "attribute_not_exists(pk)",
      },
    };
  if ("put" in write)
    return { Put: { TableName: tables.accounts, Item: toRow(write.put), ...atVersion(write.put) } };
  const entity = "remove" in write ? write.remove : write.check;
  const item = { TableName: tables.accounts, Key: keyOfEntity(entity), ...atVersion(entity) };
  return "remove" in write ? { Delete: item } : { ConditionCheck: item };
};

const reasonsOf = (error: unknown): string[] =>
  error instanceof Error && error.name === "TransactionCanceledException" && "CancellationReasons" in error
    ? (error.CancellationReasons as { Code?: string }[]).map((reason) => reason.Code ?? "None")
    : [];

const ATTEMPTS = 6;

/** `Records` over the accounts and audit tables. */
export const makeRecords = (
  client: DynamoDBDocumentClient,
  tables: RecordTables,
  pause: (milliseconds: number) => Promise<unknown> = (ms) =>
    new Promise((resolve) => setTimeout(resolve, ms)),
): Records => {
  const queryAll = async <T>(
    input: Omit<ConstructorParameters<typeof QueryCommand>[0], "ExclusiveStartKey">,
  ) => {
    const rows: T[] = [];
    let from: Item | undefined;
    do {
      const page = await client.send(
        new QueryCommand({ ...input, ...(from === undefined ? {} : { ExclusiveStartKey: from }) }),
      );
      rows.push(...(page.Items ?? []).map((row) => fromRow<T>(row)));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return rows;
  };

  const commit = async (writes: readonly Write[], attempt = 1): Promise<void> => {
    const TransactItems = writes.map((write) => toTransactItem(tables, write));
    try {
      await client.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      const reasons = reasonsOf(error);
      if (reasons.includes("ConditionalCheckFailed"))
        throw new Conflict("a record has changed since it was read");
      // Two transactions on one row at the same moment: neither condition has failed, so the same may be tried again.
      if (!reasons.includes("TransactionConflict") || attempt === ATTEMPTS) throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
      await commit(writes, attempt + 1);
    }
  };

  return {
    get: async (type, key) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: tables.accounts, Key: keyOf(type, key), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : fromRow<EntityOf<typeof type>>(Item);
    },

    account: async (accountId) => {
      const entities = await queryAll<Entity>({
        TableName: tables.accounts,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": keyOf("account", { id: accountId }).pk },
      });
      return gather(entities);
    },

    commit: async (writes) => await commit(writes),

    waiting: async (type, before) =>
      await queryAll<EntityOf<typeof type>>({
        TableName: tables.accounts,
        IndexName: tables.waitingIndex,
        KeyConditionExpression: "listPk = :list AND listSk < :before",
        ExpressionAttributeValues: { ":list": listNames[type], ":before": before ?? "9999" },
      }),

    auditOf: async (accountId, limit) => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: tables.audit,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": `ACCOUNT#${accountId}` },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return (Items ?? []).map((row) => fromRow<AuditEvent>(row));
    },
  };
};

/** Sorts the rows of one partition by what they are. */
const gather = (entities: Entity[]): AccountRecords | undefined => {
  const all = <T extends Entity["type"]>(type: T) =>
    entities.filter((entity): entity is EntityOf<T> => entity.type === type);
  const [account] = all("account");
  if (account === undefined) return undefined;
  return {
    account,
    keys: all("security-key"),
    authenticators: all("authenticator"),
    verifications: all("verification"),
    sessions: all("session"),
    confirmations: all("confirmation"),
    ceremonies: all("key-ceremony"),
  };
};
