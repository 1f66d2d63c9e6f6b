import { beforeEach, describe, expect, it } from "vitest";
import { InvalidInput, OwnAccount } from "../../../../lambdas/domain/errors.ts";
import { type AuditQuestion, makeSearchAudit } from "../../../../lambdas/services/audit/search-audit.ts";
import { audited } from "../../../../lambdas/services/writing.ts";
import { accountId, anAccount, anOperator } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const auditor = anOperator({ id: "alena", role: "auditor" });
let world: World;
const search = async (question: AuditQuestion, actor = auditor) =>
  await makeSearchAudit({ ...world, clock: () => world.now })({ actor, question });
const looks = () =>
  world.records.audit.filter(({ action }) => action === "account-viewed" || action === "audit-searched");

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([
    { put: anAccount() },
    { put: { type: "claim", kind: "email", value: "jana@example.cz", version: 0, accountId } },
    audited(world, world.now, { action: "logged-in", actor: "user", accountId }),
    audited(world, world.now, { action: "deadlines-paused", actor: "operator", operator: "eva" }),
  ]);
  world.pass(60);
});

describe("whoever searches the audit log", () => {
  it("finds by the whole e-mail, and the account's owner sees the look", async () => {
    const { events } = await search({ login: " Jana@Example.cz " });
    expect(events.map(({ action }) => action)).toEqual(["logged-in"]);
    expect(looks()).toMatchObject([{ action: "account-viewed", operator: "alena", accountId }]);
  });

  it("finds nothing by another name, and that is noted without the name", async () => {
    expect((await search({ login: "nobody@example.cz" })).events).toEqual([]);
    expect(looks()).toMatchObject([{ action: "audit-searched", operator: "alena" }]);
    expect(JSON.stringify(looks())).not.toContain("nobody");
  });

  it("finds what an operator did; the next page is no other look", async () => {
    const { events } = await search({ operator: "eva" });
    expect(events.map(({ action }) => action)).toEqual(["deadlines-paused"]);
    await search({ operator: "eva", before: "2026-11-23T08:00:00.000Z#x" });
    expect(looks()).toHaveLength(1);
  });

  it("has no access to the log of their own account", async () => {
    const jana = anOperator({ ownAccountId: accountId });
    await expect(search({ login: "jana@example.cz" }, jana)).rejects.toBeInstanceOf(OwnAccount);
    await expect(search({ accountId }, jana)).rejects.toBeInstanceOf(OwnAccount);
  });

  it.each<[string, AuditQuestion]>([
    ["from after its end", { from: "2026-11-23T09:00:00.000Z", until: "2026-11-22T09:00:00.000Z" }],
    ["over years", { from: "2020-01-01T00:00:00.000Z" }],
  ])("does not search %s", async (_, question) => {
    await expect(search(question)).rejects.toBeInstanceOf(InvalidInput);
  });
});
