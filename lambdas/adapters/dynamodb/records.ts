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
import type { ModelKey } from "../../domain/model-key.ts";
import type { AccountRecords, AuditPage, Records, Write } from "../../services/ports/records.ts";
import { auditPartition, auditPlace, auditRow } from "./audit-rows.ts";
import { type AuditTables, makeSearchAudit } from "./audit-search.ts";
import { keyOf, keyOfEntity, listNames, listOf, phonePartition, timeToLive } from "./keys.ts";

export interface RecordTables extends AuditTables {
  accounts: string;
  /** Index of the accounts table over `listPk`, `listSk`. */
  waitingIndex: string;
  /** Index of the audit table over `kindPk`, `sk`. */
  kindIndex: string;
}

type Item = Record<string, unknown>;
type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

const rowAttributes = ["pk", "sk", "listPk", "listSk", "kindPk", "operatorPk", "dayPk", "ttl"] as const;

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

  const rowsOf = async (accountId: string) =>
    await queryAll<Entity>({
      TableName: tables.accounts,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": keyOf("account", { id: accountId }).pk },
    });

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

    account: async (accountId) => gather(await rowsOf(accountId)),

    rowsOf,

    commit: async (writes) => await commit(writes),

    waiting: async (type, before) =>
      await queryAll<EntityOf<typeof type>>({
        TableName: tables.accounts,
        IndexName: tables.waitingIndex,
        KeyConditionExpression: "listPk = :list AND listSk < :before",
        ExpressionAttributeValues: { ":list": listNames[type], ":before": before ?? "9999" },
      }),

    keysOfModel: async (modelKey, limit, after = "") => {
      const from = keyOf("model-key", { modelKey, id: after });
      const { Items } = await client.send(
        new QueryCommand({
          TableName: tables.accounts,
          ConsistentRead: true,
          KeyConditionExpression: "pk = :pk AND sk > :after",
          ExpressionAttributeValues: { ":pk": from.pk, ":after": from.sk },
          Limit: limit,
        }),
      );
      return (Items ?? []).map((row) => fromRow<ModelKey>(row));
    },

    searchAudit: makeSearchAudit(client, tables, fromRow<AuditEvent>),

    holdersOf: async (phone) => {
      const holders = await queryAll<EntityOf<"phone-holder">>({
        TableName: tables.accounts,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": phonePartition(phone) },
      });
      return holders.map(({ accountId }) => accountId);
    },

    auditOf: async (accountId, page) => {
      const events: AuditEvent[] = [];
      let before = page.before;
      for (let round = 0; round < AUDIT_ROUNDS; round += 1) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: tables.audit,
            ...auditQuery(tables, accountId, { ...page, before }),
            ScanIndexForward: false,
            // One more than is asked for tells whether there are more.
            Limit: page.limit + 1 - events.length,
          }),
        );
        events.push(...Items.map((row) => fromRow<AuditEvent>(row)));
        if (events.length > page.limit) return cutAt(events, page.limit);
        if (LastEvaluatedKey === undefined) return { events };
        before = String(LastEvaluatedKey["sk"]);
      }
      return { events, ...(before === undefined ? {} : { before }) };
    },
  };
};

/** Hidden events are few: so many reads find a page among them, and an empty one ends somewhere. */
const AUDIT_ROUNDS = 5;

const auditQuery = (tables: RecordTables, accountId: string, { of, before }: AuditPage) => {
  const byKind = of !== "shown" && of !== "all";
  const partition = auditPartition(accountId);
  return {
    ...(byKind ? { IndexName: tables.kindIndex } : {}),
    KeyConditionExpression: `${byKind ? "kindPk" : "pk"} = :pk${before === undefined ? "" : " AND sk < :before"}`,
    ...(of === "shown" ? { FilterExpression: "attribute_exists(kindPk)" } : {}),
    ExpressionAttributeValues: {
      ":pk": byKind ? `${partition}#${of}` : partition,
      ...(before === undefined ? {} : { ":before": before }),
    },
  };
};

const cutAt = (events: AuditEvent[], limit: number) => {
  const cut = events.slice(0, limit);
  const last = cut.at(-1);
  return { events: cut, ...(last === undefined ? {} : { before: auditPlace(last) }) };
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
    certificates: all("client-certificate"),
    confirmations: all("confirmation"),
    contactChanges: all("contact-change"),
    ceremonies: all("key-ceremony"),
    resetForms: all("reset-form"),
    serviceSessions: all("service-session"),
  };
};
