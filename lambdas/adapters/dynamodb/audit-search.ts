import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEvent } from "../../domain/audit.ts";
import type { AuditSearch } from "../../services/ports/records.ts";
import { auditPartition, auditPlace, dayPartition, operatorPartition } from "./audit-rows.ts";

export interface AuditTables {
  audit: string;
  /** Indexes of the audit table over `operatorPk`, `sk` and `dayPk`, `sk`. */
  operatorIndex: string;
  dayIndex: string;
}

/** So many reads look for a page; what they have not passed by then is left to the next one. */
const ROUNDS = 12;
const READ_AT_ONCE = 250;
const DAY_MS = 86_400_000;

/** One partition to be read backwards. */
interface Partition {
  index?: string;
  attribute: "pk" | "operatorPk" | "dayPk";
  value: string;
}

const dayOf = (place: string): string => place.slice(0, 10);

const daysBack = (from: string, until: string): string[] => {
  const last = Date.parse(dayOf(until));
  const days = Math.floor((last - Date.parse(dayOf(from))) / DAY_MS) + 1;
  return Array.from({ length: days }, (_, back) => new Date(last - back * DAY_MS).toISOString().slice(0, 10));
};

/** The narrowest partitions that hold all that is looked for, newest first. */
const partitionsOf = (
  { operatorIndex, dayIndex }: AuditTables,
  { accountId, operator, from }: AuditSearch,
  end: string,
): Partition[] => {
  if (accountId !== undefined) return [{ attribute: "pk", value: auditPartition(accountId) }];
  if (operator !== undefined)
    return [{ index: operatorIndex, attribute: "operatorPk", value: operatorPartition(operator) }];
  return daysBack(from, end).map((day) => ({
    index: dayIndex,
    attribute: "dayPk",
    value: dayPartition(day),
  }));
};

const fits =
  ({ operator, action }: AuditSearch) =>
  (event: AuditEvent): boolean =>
    (operator === undefined || event.operator === operator) &&
    (action === undefined || event.action === action);

/** `Records.searchAudit`: bounded reads backwards through the narrowest index; what an index can't say is sieved here. */
export const makeSearchAudit =
  (
    client: DynamoDBDocumentClient,
    tables: AuditTables,
    fromRow: (row: Record<string, unknown>) => AuditEvent,
  ) =>
  async (search: AuditSearch): Promise<{ events: AuditEvent[]; before?: string }> => {
    const { from, until, limit } = search;
    // Places are `<instant>#<id>`: the sign sorts before every instant that is longer.
    let end = search.before !== undefined && search.before < until ? search.before : until;
    const events: AuditEvent[] = [];
    const partitions = partitionsOf(tables, search, end);
    let rounds = 0;
    for (const { index, attribute, value } of partitions) {
      let more = true;
      while (more) {
        if (rounds === ROUNDS) return { events, before: end };
        rounds += 1;
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: tables.audit,
            ...(index === undefined ? {} : { IndexName: index }),
            KeyConditionExpression: `${attribute} = :pk AND sk BETWEEN :from AND :end`,
            ExpressionAttributeValues: { ":pk": value, ":from": from, ":end": end },
            ScanIndexForward: false,
            Limit: READ_AT_ONCE,
          }),
        );
        for (const event of Items.map(fromRow)) {
          const place = auditPlace(event);
          if (place === end) continue;
          if (fits(search)(event)) events.push(event);
          if (events.length === limit) return { events, before: place };
          end = place;
        }
        more = LastEvaluatedKey !== undefined;
      }
      // Nothing is left of this partition: the next page begins before it.
      if (attribute === "dayPk") end = minimum(end, value.slice(value.indexOf("#") + 1));
    }
    return { events };
  };

const minimum = (a: string, b: string): string => (a < b ? a : b);
