import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
} from "@aws-sdk/lib-dynamodb";
import { MetadataRollback } from "../../domain/errors.ts";
import type { ModelStandings } from "../../domain/model-standing.ts";
import { certificationLevels } from "../../domain/security-key.ts";
import type {
  AuthenticatorModel,
  CurrentMetadata,
  ListedModel,
  ModelIcon,
  Models,
} from "../../services/ports/fido.ts";
import { batchWrite } from "./batch-write.ts";

const METADATA = "METADATA";
const LIST = "CERTIFIED#";
const CURRENT_KEY = { pk: METADATA, sk: "CURRENT" };
/** An item holds 400 kB; JSON is a little longer than what DynamoDB counts. */
const CHUNK_BYTES = 300_000;

/** The public list in pieces, one generation for each number. */
interface Chunk {
  sk: string;
  no: number;
  models: ListedModel[];
}

const HANDED_OVER_KEY = { pk: "HANDED-OVER", sk: "STANDINGS" };
const iconKey = (name: string) => ({ pk: `ICON#${name}`, sk: "ICON" });
const modelKey = (key: string) => ({ pk: `MODEL#${key}`, sk: "MODEL" });

/** The metadata of authenticators in the catalogue table. A model is listed if its number is not below the current one. */
export const makeModels = (client: DynamoDBDocumentClient, tableName: string): Models => {
  const current = async (): Promise<CurrentMetadata | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: CURRENT_KEY, ConsistentRead: true }),
    );
    return Item === undefined ? undefined : readCurrent(Item);
  };

  /** The current number and every piece of a list, of whatever generation. */
  const listing = async (): Promise<{ current: CurrentMetadata | undefined; chunks: Chunk[] }> => {
    const items: Record<string, unknown>[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      // oxlint-disable-next-line no-await-in-loop -- each page starts where the last one ended; one is the rule
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": METADATA },
          ConsistentRead: true,
          ...(from !== undefined && { ExclusiveStartKey: from }),
        }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    const found = items.find(({ sk }) => sk === CURRENT_KEY.sk);
    const chunks = items.filter(({ sk }) => String(sk).startsWith(LIST)) as unknown as Chunk[];
    return { current: found && readCurrent(found), chunks };
  };

  const writeCurrent = async ({ no, nextUpdate, checkedAt }: CurrentMetadata): Promise<void> => {
    try {
      await client.send(
        new PutCommand({
          TableName: tableName,
          Item: { ...CURRENT_KEY, no, nextUpdate, checkedAt },
          ConditionExpression: "attribute_not_exists(pk) OR #no <= :no",
          ExpressionAttributeNames: { "#no": "no" },
          ExpressionAttributeValues: { ":no": no },
        }),
      );
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "ConditionalCheckFailedException") throw error;
      throw new MetadataRollback(`metadata no ${no} are older than those stored meanwhile`);
    }
  };

  const write = (items: Record<string, unknown>[]) =>
    batchWrite(
      client,
      tableName,
      items.map((Item) => ({ PutRequest: { Item } })),
    );

  return {
    current,

    find: async (key) => {
      const keys = [modelKey(key), CURRENT_KEY];
      const { Responses } = await client.send(
        new TransactGetCommand({
          TransactItems: keys.map((Key) => ({ Get: { TableName: tableName, Key } })),
        }),
      );
      const [row, stored] = (Responses ?? []).map(({ Item }) => Item);
      if (row === undefined || stored === undefined) return undefined;
      const { pk: _pk, sk: _sk, ...model } = row;
      return model["metadataNo"] >= readCurrent(stored).no ? (model as AuthenticatorModel) : undefined;
    },

    icon: async (name) => {
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: iconKey(name) }));
      if (Item === undefined) return undefined;
      const { pk: _pk, sk: _sk, ...icon } = Item;
      return icon as ModelIcon;
    },

    certified: async () => {
      const { current: stored, chunks } = await listing();
      return chunks.filter(({ no }) => no === stored?.no).flatMap(({ models }) => models);
    },

    handedOver: async () => {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: HANDED_OVER_KEY, ConsistentRead: true }),
      );
      return (Item?.["standings"] as ModelStandings | undefined) ?? {};
    },

    handOver: async (standings) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...HANDED_OVER_KEY, standings } }));
    },

    replace: async ({ no, nextUpdate, models, icons }, checkedAt) => {
      const before = await listing();
      if (before.current !== undefined && no < before.current.no) {
        throw new MetadataRollback(`metadata no ${no} are older than no ${before.current.no}`);
      }
      const chunks = chunksOf(no, listedOf(models));
      await write(models.map((model) => ({ ...model, ...modelKey(model.key) })));
      await write(icons.map((icon) => ({ ...icon, ...iconKey(icon.name) })));
      await write(chunks.map((chunk) => ({ pk: METADATA, ...chunk })));
      await writeCurrent({ no, nextUpdate, checkedAt });

      const kept = new Set(chunks.map(({ sk }) => sk));
      const gone = before.chunks.filter(({ sk }) => !kept.has(sk));
      await batchWrite(
        client,
        tableName,
        gone.map(({ sk }) => ({ DeleteRequest: { Key: { pk: METADATA, sk } } })),
      );
    },
  };
};

const readCurrent = (item: Record<string, unknown>): CurrentMetadata => ({
  no: item["no"] as number,
  nextUpdate: item["nextUpdate"] as string,
  checkedAt: item["checkedAt"] as string,
});

const isCertified = ({ level, disqualifiedBy }: AuthenticatorModel): boolean =>
  disqualifiedBy === undefined &&
  certificationLevels.indexOf(level) >= certificationLevels.indexOf("FIDO_CERTIFIED_L1");

/** A U2F model has a key for each of its attestation certificates: it is listed once, under the first. */
const listedOf = (models: readonly AuthenticatorModel[]): AuthenticatorModel[] => {
  const unique = new Map<string, AuthenticatorModel>();
  for (const model of models.filter(isCertified)) {
    const { key, name, level, levelDate } = model;
    const identity = key.includes("-") ? key : JSON.stringify([name, level, levelDate]);
    if (!unique.has(identity)) unique.set(identity, model);
  }
  return [...unique.values()];
};

const chunksOf = (no: number, models: readonly AuthenticatorModel[]): Chunk[] => {
  const chunks: ListedModel[][] = [[]];
  let size = 0;
  for (const { anchors: _anchors, ...model } of models) {
    const bytes = Buffer.byteLength(JSON.stringify(model));
    if (size + bytes > CHUNK_BYTES) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(model);
    size += bytes;
  }
  return chunks.map((chunk, index) => ({ sk: `${LIST}${no}#${index}`, no, models: chunk }));
};
