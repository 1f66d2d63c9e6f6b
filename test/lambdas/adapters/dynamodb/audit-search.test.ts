import type { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { auditRow } from "../../../../lambdas/adapters/dynamodb/audit-rows.ts";
import { makeSearchAudit } from "../../../../lambdas/adapters/dynamodb/audit-search.ts";
import type { AuditEvent } from "../../../../lambdas/domain/audit.ts";
import type { AuditSearch } from "../../../../lambdas/services/ports/records.ts";

const anEvent = (id: string, at: string, change: Partial<AuditEvent> = {}): AuditEvent => ({
  id,
  at,
  action: "logged-in",
  actor: "user",
  accountId: "jana",
  ...change,
});

/** A table of these events that answers queries as DynamoDB does, so many rows at most. */
const searching = (events: AuditEvent[], rowsAtMost = 3) => {
  const rows = events.map(auditRow);
  const asked: string[] = [];
  const send = async ({ input }: QueryCommand) => {
    const { IndexName, ExpressionAttributeValues: values = {}, KeyConditionExpression = "" } = input;
    const attribute = KeyConditionExpression.split(" ")[0] ?? "";
    asked.push(`${IndexName ?? "table"} ${String(values[":pk"])}`);
    const found = rows
      .filter((row) => row[attribute] === values[":pk"])
      .filter(({ sk }) => String(sk) >= values[":from"] && String(sk) <= values[":end"])
      .toSorted((a, b) => (String(a["sk"]) < String(b["sk"]) ? 1 : -1));
    const Items = found.slice(0, rowsAtMost);
    return { Items, ...(found.length > rowsAtMost ? { LastEvaluatedKey: Items.at(-1) } : {}) };
  };
  const tables = { audit: "audit", operatorIndex: "by-operator", dayIndex: "by-day" };
  const search = makeSearchAudit(
    { send } as unknown as DynamoDBDocumentClient,
    tables,
    (row) => row as unknown as AuditEvent,
  );
  const all = async (question: Partial<AuditSearch>, limit = 2): Promise<string[][]> => {
    const pages: string[][] = [];
    let before: string | undefined;
    do {
      const page = await search({
        from: "2026-11-01T00:00:00.000Z",
        until: "2026-11-24T00:00:00.000Z",
        limit,
        before,
        ...question,
      });
      pages.push(page.events.map(({ id }) => id));
      before = page.before;
    } while (before !== undefined && pages.length < 50);
    return pages;
  };
  return { all, asked };
};

const events = [
  anEvent("a", "2026-11-23T10:00:00.000Z"),
  anEvent("b", "2026-11-23T09:00:00.000Z", { actor: "operator", operator: "eva", action: "case-closed" }),
  anEvent("c", "2026-11-22T23:59:59.999Z", { accountId: "petr" }),
  anEvent("d", "2026-11-20T08:00:00.000Z", { actor: "operator", operator: "eva" }),
  anEvent("e", "2026-11-20T07:00:00.000Z"),
  anEvent("f", "2026-11-03T07:00:00.000Z", { accountId: "petr", action: "case-closed" }),
  anEvent("g", "2026-10-03T07:00:00.000Z"),
];

describe("the audit log is searched", () => {
  it.each<[string, Partial<AuditSearch>, string]>([
    ["for everything of a time", {}, "abcdef"],
    ["of an account", { accountId: "jana" }, "abde"],
    ["of an operator", { operator: "eva" }, "bd"],
    ["of an operator in an account", { accountId: "jana", operator: "eva" }, "bd"],
    ["for one action", { action: "case-closed" }, "bf"],
    ["for one action of an operator", { operator: "eva", action: "case-closed" }, "b"],
    ["from a time on", { from: "2026-11-20T08:00:00.000Z" }, "abcd"],
    ["to a time, which is not within", { until: "2026-11-23T09:00:00.000Z" }, "cdef"],
    ["of nobody", { accountId: "none" }, ""],
  ])("%s, newest first, page by page, each once", async (_, question, ids) => {
    for (const rowsAtMost of [2, 3, 100])
      for (const limit of [1, 2, 100])
        expect((await searching(events, rowsAtMost).all(question, limit)).flat().join("")).toBe(ids);
  });

  it("by the narrowest index", async () => {
    const { all, asked } = searching(events, 100);
    await all({ operator: "eva" }, 100);
    await all({ accountId: "petr", operator: "eva" }, 100);
    await all({ from: "2026-11-22T12:00:00.000Z" }, 100);
    expect(asked).toEqual([
      "by-operator OPERATOR#eva",
      "table ACCOUNT#petr",
      "by-day DAY#2026-11-24",
      "by-day DAY#2026-11-23",
      "by-day DAY#2026-11-22",
    ]);
  });

  it("by a bounded number of reads: what they have not passed is left to the next page", async () => {
    const { all, asked } = searching(events, 100);
    const pages = await all({ action: "case-closed" }, 100);
    expect(pages.flat()).toEqual(["b", "f"]);
    expect(pages.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThan(40);
  });
});
