import { beforeEach, describe, expect, it } from "vitest";
import type { Said } from "../../../../lambdas/domain/call-check.ts";
import {
  AccountNotLinked,
  CallNotChecked,
  NotFound,
  OwnAccount,
  RoleNotEnough,
  SupervisorNeeded,
} from "../../../../lambdas/domain/errors.ts";
import type { Operator } from "../../../../lambdas/domain/operator.ts";
import { makeCheckCaller } from "../../../../lambdas/services/helpdesk/check-caller.ts";
import { makeFindAccounts } from "../../../../lambdas/services/helpdesk/find-accounts.ts";
import { makeResumeLink, makeSuspendLink } from "../../../../lambdas/services/helpdesk/suspend-link.ts";
import { makeViewAccount } from "../../../../lambdas/services/helpdesk/view-account.ts";
import { makeUnlinkByCall } from "../../../../lambdas/services/unlink/unlink-by-call.ts";
import { accountId, aKey, anAccount, anAuthenticator, anOperator } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const right: Said = {
  firstName: "Jana",
  lastName: "Nováková",
  birthDate: "12. 4. 1988",
  address: "Lipová 7, Brno",
  email: "jana@example.cz",
  phone: "601 000 111",
};
const wrong = { ...right, firstName: "Hana" };
const olga = anOperator();
const eva = anOperator({ id: "eva", role: "supervisor" });
const adam = anOperator({ id: "adam", role: "auditor" });
const jana = anOperator({ id: "jana", role: "supervisor", ownAccountId: accountId });

let world: World;
const pseudonym = anAuthenticator().pseudonym;
beforeEach(async () => {
  world = aWorld();
  const link = { pseudonym, state: "active" as const, linkedAt: world.now, verificationId: "v" };
  const keyLink = { authenticatorId: "authenticator-1", state: "active" as const, changedAt: world.now };
  await world.records.commit([
    { put: anAccount({ link, validation: { source: "czech-point", at: world.now } }) },
    { put: aKey("key-1", { link: keyLink }) },
    { put: anAuthenticator() },
    { put: { type: "phone-holder", phone: "+420601000111", accountId, version: 0 } },
    { put: { type: "claim", kind: "email", value: "jana@example.cz", version: 0, accountId } },
    { put: { type: "claim", kind: "username", value: "jana.novakova", version: 0, accountId } },
  ]);
});

const check = async (operator: Operator, said = right) =>
  await makeCheckCaller(world)({ operator, accountId, said });
const callOf = async (operator: Operator) => {
  const checked = await check(operator);
  if (checked.outcome !== "passed") throw new Error("the check has failed");
  return checked.call.callId;
};
const unlink = async (operator: Operator, callId: string) =>
  await makeUnlinkByCall(world)({ operator, accountId, callId, cause: "keys-lost" });
const suspend = async (operator: Operator) => await makeSuspendLink(world)({ operator, accountId });
const resume = async (operator: Operator) => await makeResumeLink(world)({ operator, accountId });
const mails = () =>
  world.records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? [item.template] : []));
const stored = async () => await world.records.account(accountId);
const audited = () => world.records.audit.map(({ action }) => action);

describe("an account is found", () => {
  const find = async (by: "username" | "email" | "phone", value: string, operator = olga) =>
    await makeFindAccounts(world)({ operator, by, value });

  it.each([
    ["username", "Jana.Novakova"],
    ["email", " JANA@example.cz "],
    ["phone", "601 000 111"],
    ["phone", "+420601000111"],
  ] as const)("by %s %s, and its owner sees that", async (by, value) => {
    expect(await find(by, value)).toMatchObject([{ id: accountId }]);
    expect(world.records.audit).toMatchObject([
      { action: "account-found", actor: "operator", operator: "olga", accountId, reason: by },
    ]);
  });

  it.each([
    ["username", "jana"],
    ["username", "jana@example.cz"],
    ["email", "jana@"],
    ["phone", "601 000"],
    ["phone", "602 000 111"],
  ] as const)("never by %s %s; what was asked for is noted nowhere", async (by, value) => {
    expect(await find(by, value)).toEqual([]);
    expect(world.records.audit).toMatchObject([
      { action: "account-not-found", operator: "olga", reason: by },
    ]);
    expect(JSON.stringify(world.records.audit)).not.toContain(value);
  });

  it("never by its owner", async () => {
    await expect(find("phone", "601000111", jana)).rejects.toThrow(OwnAccount);
  });
});

describe("a look at an account", () => {
  it("is audited before anything is seen", async () => {
    const { records, events } = await makeViewAccount(world)({ operator: adam, accountId });
    expect(records.account.id).toBe(accountId);
    expect(events[0]).toMatchObject({ action: "account-viewed", operator: "adam" });
  });

  it("shows nothing where it can't be audited", async () => {
    world.records.beforeCommit = () => Promise.reject(new Error("the table does not answer"));
    await expect(makeViewAccount(world)({ operator: olga, accountId })).rejects.toThrow("does not answer");
  });
});

describe("nobody acts on their own account", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["looks at it", async () => await makeViewAccount(world)({ operator: jana, accountId })],
    ["checks a caller", async () => await check(jana)],
    ["suspends it", async () => await suspend(jana)],
    ["resumes it", async () => await resume(jana)],
    ["unlinks it", async () => await unlink(jana, "call")],
  ])("not even a supervisor %s", async (_what, act) => {
    await expect(act()).rejects.toThrow(OwnAccount);
    expect(world.records.audit).toEqual([]);
  });
});

describe("an auditor only reads", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["checks no caller", async () => await check(adam)],
    ["suspends nothing", async () => await suspend(adam)],
    ["resumes nothing", async () => await resume(adam)],
    ["unlinks nothing", async () => await unlink(adam, "call")],
  ])("and %s", async (_what, act) => {
    await expect(act()).rejects.toThrow(RoleNotEnough);
  });
});

describe("a check of a caller", () => {
  it("answers one thing for all six fields; which one failed is a supervisor's to know", async () => {
    expect(await check(olga, wrong)).toEqual({ outcome: "failed", failedChecks: 1 });
    expect(await check(eva, wrong)).toEqual({ outcome: "failed", failedChecks: 2, fields: ["firstName"] });
    expect(await check(olga)).toMatchObject({ outcome: "passed" });
  });

  it("is told to the owner by mail and audited, without what was said", async () => {
    await check(olga, wrong);
    await check(olga);
    expect(mails()).toEqual(["call-checked", "call-checked"]);
    expect(world.records.audit.map(({ action, reason }) => [action, reason])).toEqual([
      ["caller-checked", "failed"],
      ["caller-checked", "passed"],
    ]);
    const kept = JSON.stringify([
      world.records.audit,
      world.records.all("call-checks"),
      world.records.all("outbox-item"),
    ]);
    expect(kept).not.toMatch(/Hana|Lipová|601/u);
  });

  it("that failed three times leaves the account to a supervisor for a day", async () => {
    for (let count = 0; count < 3; count += 1) await check(olga, wrong);
    const petr = anOperator({ id: "petr" });
    await expect(check(petr)).rejects.toThrow(SupervisorNeeded);
    expect(await check(eva)).toMatchObject({ outcome: "passed" });
    await expect(check(petr)).rejects.toThrow(SupervisorNeeded);
    world.pass(86_400);
    expect(await check(petr)).toMatchObject({ outcome: "passed" });
  });

  it("counts each of many that fail at the same moment", async () => {
    const many = await Promise.allSettled([1, 2, 3, 4, 5].map(async () => await check(olga, wrong)));
    expect(many.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(world.records.all("call-checks")[0]?.failedAt).toHaveLength(3);
  });

  it("is of an account that is there", async () => {
    const checked = makeCheckCaller(world)({ operator: olga, accountId: "b".repeat(32), said: right });
    await expect(checked).rejects.toThrow(NotFound);
  });
});

describe("unlinking by a call", () => {
  it("leaves keys, password and validation, and tells NIA and the owner", async () => {
    await unlink(olga, await callOf(olga));
    const after = await stored();
    expect(after?.account).not.toHaveProperty("link");
    expect(after?.account).toMatchObject({
      validation: { source: "czech-point" },
      passwordHash: anAccount().passwordHash,
    });
    expect(after?.keys).toMatchObject([{ id: "key-1", link: { state: "ended" } }]);
    expect(after?.authenticators).toMatchObject([{ wanted: "ended", reason: "helpdesk-call" }]);
    expect(mails()).toEqual(["call-checked", "unlinked"]);
    expect(world.records.audit.at(-1)).toMatchObject({
      action: "account-unlinked",
      actor: "operator",
      operator: "olga",
      reason: "helpdesk-call",
      cause: "keys-lost",
    });
  });

  it("uses the call up", async () => {
    const callId = await callOf(olga);
    await unlink(olga, callId);
    await expect(unlink(olga, callId)).rejects.toThrow(CallNotChecked);
  });

  it("happens once, of two at the same moment", async () => {
    const callId = await callOf(olga);
    const both = await Promise.allSettled([unlink(olga, callId), unlink(olga, callId)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(audited().filter((action) => action === "account-unlinked")).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["no check", async () => await unlink(olga, "call")],
    ["a colleague's check", async () => await unlink(eva, await callOf(olga))],
    [
      "a check of a quarter of an hour ago",
      async () => {
        const callId = await callOf(olga);
        world.pass(900);
        await unlink(olga, callId);
      },
    ],
    [
      "a check that another one has failed since",
      async () => {
        const callId = await callOf(olga);
        await check(olga, wrong);
        await unlink(olga, callId);
      },
    ],
  ])("does not happen on %s", async (_what, act) => {
    await expect(act()).rejects.toThrow(CallNotChecked);
    expect((await stored())?.account.link?.state).toBe("active");
  });

  it("has nothing to end where there is no link, and leaves the call", async () => {
    const first = await callOf(olga);
    await unlink(olga, first);
    const second = await callOf(olga);
    await expect(unlink(olga, second)).rejects.toThrow(AccountNotLinked);
    expect(world.records.all("call-checks")[0]?.passed?.callId).toBe(second);
  });
});

describe("a suspension", () => {
  it("takes no check of the caller, and tells NIA and the owner", async () => {
    await suspend(olga);
    const after = await stored();
    expect(after?.account.link).toMatchObject({ state: "suspended", suspendedFor: ["helpdesk-suspension"] });
    expect(after?.keys[0]?.link?.state).toBe("suspended");
    expect(after?.authenticators).toMatchObject([{ wanted: "suspended", reason: "helpdesk-suspension" }]);
    expect(mails()).toEqual(["helpdesk-suspended"]);
    expect(world.records.all("outbox-item").filter(({ channel }) => channel === "workflow")).toHaveLength(1);
  });

  it("asked twice is done once", async () => {
    await suspend(olga);
    await suspend(olga);
    expect(audited()).toEqual(["link-suspended"]);
  });

  it("is lifted by a supervisor, never by an operator", async () => {
    await suspend(olga);
    await expect(resume(olga)).rejects.toThrow(RoleNotEnough);
    await resume(eva);
    const after = await stored();
    expect(after?.account.link).toEqual({
      pseudonym,
      state: "active",
      linkedAt: "2026-11-23T09:00:00.000Z",
      verificationId: "v",
    });
    expect(after?.authenticators).toMatchObject([{ wanted: "active", reason: "suspension-lifted" }]);
    expect(mails()).toEqual(["helpdesk-suspended", "helpdesk-resumed"]);
  });

  it("does not keep a checked caller from unlinking", async () => {
    await suspend(olga);
    await unlink(olga, await callOf(olga));
    expect((await stored())?.authenticators).toMatchObject([{ wanted: "ended" }]);
  });
});
