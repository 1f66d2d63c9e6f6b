import { beforeEach, describe, expect, it } from "vitest";
import {
  NotFound,
  OwnAccount,
  OwnRequest,
  RoleNotEnough,
  WrongState,
} from "../../../../lambdas/domain/errors.ts";
import type { CaseDecision } from "../../../../lambdas/domain/case-decisions.ts";
import type { BoxMessage } from "../../../../lambdas/domain/box-message.ts";
import type { OperatorCase } from "../../../../lambdas/domain/records.ts";
import { makeApproveDecision } from "../../../../lambdas/services/cases/approve-decision.ts";
import { makeCloseCase } from "../../../../lambdas/services/cases/close-case.ts";
import {
  makeProposeDecision,
  makeTakeBackDecision,
  makeTurnDownDecision,
} from "../../../../lambdas/services/cases/propose-decision.ts";
import { makeCancelVerification } from "../../../../lambdas/services/link/cancel-verification.ts";
import { makeRejectIdentity } from "../../../../lambdas/services/link/reject-identity.ts";
import {
  accountId,
  anAccount,
  anOperator,
  aVerification,
  registryPerson,
} from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const olga = anOperator();
const eva = anOperator({ id: "eva", role: "supervisor" });
const petr = anOperator({ id: "petr", role: "supervisor" });
const auditor = anOperator({ id: "alena", role: "auditor" });
const janaHerself = anOperator({ id: "jana", role: "supervisor", ownAccountId: accountId });

const aCase = (change: Partial<OperatorCase> = {}): OperatorCase => ({
  type: "operator-case",
  id: "case-1",
  version: 0,
  state: "open",
  kind: "unmatched-answer",
  messageId: "message-1",
  openedAt: "2026-11-23T09:00:00.000Z",
  ...change,
});
const aMessage = (change: Partial<BoxMessage> = {}): BoxMessage => ({
  type: "box-message",
  id: "message-1",
  version: 0,
  state: "quarantined",
  senderBoxId: "abcdefg",
  deliveredAt: "2026-11-23T09:00:00.000Z",
  archiveKey: "data-box/message-1.zfo",
  answer: { note: "0123-4567-89A8", person: registryPerson() },
  ...change,
});

let world: World;
const caseId = "case-1";
const toJana: CaseDecision = { decision: "assign", accountId, verificationId: "verification-1" };
const ask = async (decision: CaseDecision, actor = olga) =>
  (await makeProposeDecision(world)({ actor, caseId, decision })).id;
const approve = async (proposalId: string, actor = eva) =>
  await makeApproveDecision(world)({ actor, caseId, proposalId });
const turnDown = async (proposalId: string, actor = eva) =>
  await makeTurnDownDecision(world)({ actor, caseId, proposalId });
const takeBack = async (proposalId: string, actor = olga) =>
  await makeTakeBackDecision(world)({ actor, caseId, proposalId });

const theCase = () => world.records.all("operator-case").find(({ id }) => id === caseId)!;
const verification = () => world.records.all("verification")[0]!;
const message = () => world.records.all("box-message")[0]!;
const actions = () => world.records.audit.map(({ action }) => action);
const templates = () =>
  world.records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? [item.template] : []));

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([{ put: anAccount() }, { put: aVerification({ lap: 1 }) }]);
});

describe("an answer that fits no verification", () => {
  beforeEach(async () => {
    await world.records.commit([{ put: aCase() }, { put: aMessage() }]);
  });

  it("goes on like a matched one once two people have found whose it is", async () => {
    const waiting = { state: "awaiting-registry-data", taskToken: "t", since: world.now } as const;
    await world.records.commit([{ put: { ...verification(), waiting } }]);
    const id = await ask(toJana);
    expect(verification().state).toBe("awaiting-registry-data");
    await approve(id);
    expect(verification()).toMatchObject({
      state: "awaiting-completion",
      answeredBy: "message-1",
      registryData: registryPerson(),
    });
    expect(message()).toMatchObject({ state: "matched", verificationId: "verification-1" });
    expect(message().answer).toBeUndefined();
    expect(theCase()).toMatchObject({
      state: "closed",
      closed: { by: "eva", outcome: "assigned" },
      proposal: { by: "olga" },
    });
    expect(templates()).toEqual(["registry-data-received"]);
    expect(world.records.all("outbox-item")).toContainEqual(
      expect.objectContaining({ channel: "workflow", action: "resume", lap: 1 }),
    );
    expect(world.records.audit).toMatchObject([
      { action: "case-decision-asked", operator: "olga", accountId },
      { action: "registry-data-recorded", accountId },
      { action: "case-closed", operator: "eva", reason: "unmatched-answer, assigned" },
    ]);
  });

  it("is looked at again where its person is a strange one for the account", async () => {
    const person = registryPerson({ birthDate: "1990-01-01" });
    await world.records.commit([{ put: { ...message(), answer: { note: "", person } } }]);
    await approve(await ask(toJana));
    expect(verification().state).toBe("under-review");
    expect(world.records.all("operator-case").filter(({ state }) => state === "open")).toMatchObject([
      { kind: "identity-review", accountId },
    ]);
  });

  it("is put aside by two people, and what it says is gone", async () => {
    await approve(await ask({ decision: "close" }));
    expect(theCase()).toMatchObject({ state: "closed", closed: { outcome: "settled" } });
    expect(message()).toMatchObject({ state: "quarantined" });
    expect(message().answer).toBeUndefined();
  });

  it("is not closed by one alone", async () => {
    const closing = makeCloseCase(world)({ caseId, actor: eva, outcome: "settled" });
    await expect(closing).rejects.toBeInstanceOf(WrongState);
    expect(theCase().state).toBe("open");
  });

  it.each<[string, CaseDecision]>([
    ["passed", { decision: "pass" }],
    ["rejected", { decision: "reject" }],
  ])("can't be %s", async (_, decision) => {
    await expect(ask(decision)).rejects.toBeInstanceOf(WrongState);
  });

  it("can't be assigned to what does not wait for it, nor when it is gone", async () => {
    await expect(ask({ ...toJana, verificationId: "none" })).rejects.toBeInstanceOf(NotFound);
    const id = await ask(toJana);
    await makeCancelVerification(world)({ accountId, verificationId: "verification-1" });
    await expect(approve(id)).rejects.toBeInstanceOf(WrongState);
    expect(theCase()).toMatchObject({ state: "open", proposal: { id } });
    await turnDown(id);
    const { answer: _answer, ...rest } = message();
    await world.records.commit([{ put: rest }]);
    await expect(ask(toJana)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("two people", () => {
  beforeEach(async () => {
    await world.records.commit([{ put: aCase() }, { put: aMessage() }]);
  });

  it("are two: nobody approves or turns down what they asked for", async () => {
    const id = await ask(toJana, eva);
    await expect(approve(id, eva)).rejects.toBeInstanceOf(OwnRequest);
    await expect(turnDown(id, eva)).rejects.toBeInstanceOf(OwnRequest);
    await approve(id, petr);
  });

  it("and the second one is a supervisor; an auditor does neither", async () => {
    await expect(ask(toJana, auditor)).rejects.toBeInstanceOf(RoleNotEnough);
    const id = await ask(toJana);
    await expect(approve(id, anOperator({ id: "oto" }))).rejects.toBeInstanceOf(RoleNotEnough);
    await expect(approve(id, auditor)).rejects.toBeInstanceOf(RoleNotEnough);
  });

  it("are none of them the account's own user", async () => {
    await expect(ask(toJana, janaHerself)).rejects.toBeInstanceOf(OwnAccount);
    const id = await ask(toJana);
    await expect(approve(id, janaHerself)).rejects.toBeInstanceOf(OwnAccount);
    await expect(turnDown(id, janaHerself)).rejects.toBeInstanceOf(OwnAccount);
    expect(verification().state).toBe("awaiting-registry-data");
  });

  it("who approve at once do it once", async () => {
    const id = await ask(toJana);
    const both = await Promise.allSettled([approve(id, eva), approve(id, petr)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { name: "WrongState" },
    });
    expect(actions().filter((action) => action === "registry-data-recorded")).toHaveLength(1);
    expect(templates()).toHaveLength(1);
  });

  it("who approve and turn down at once: one of the two has happened, whole", async () => {
    const id = await ask(toJana);
    await Promise.allSettled([turnDown(id, petr), approve(id, eva)]);
    const approved = theCase().state === "closed";
    expect(verification().state).toBe(approved ? "awaiting-completion" : "awaiting-registry-data");
    expect(actions().includes("case-decision-turned-down")).toBe(!approved);
  });

  it("decide on what was shown: not on what is asked for since", async () => {
    const shown = await ask(toJana);
    await takeBack(shown);
    const since = await ask({ decision: "close" });
    await expect(approve(shown)).rejects.toBeInstanceOf(WrongState);
    await approve(since);
    expect(verification().state).toBe("awaiting-registry-data");
  });

  it("ask for one thing at a time, and take back only their own", async () => {
    const id = await ask(toJana);
    await expect(ask({ decision: "close" }, petr)).rejects.toBeInstanceOf(WrongState);
    await expect(takeBack(id, petr)).rejects.toBeInstanceOf(WrongState);
    await turnDown(id);
    expect(theCase()).toMatchObject({ state: "open" });
    expect(theCase().proposal).toBeUndefined();
    await approve(await ask(toJana, petr));
  });
});

describe("a verification that is held", () => {
  beforeEach(async () => {
    const held = { state: "under-review", registryData: registryPerson(), answeredBy: "message-1" } as const;
    await world.records.commit([
      { put: { ...verification(), ...held } },
      { put: aCase({ kind: "identity-review", accountId, verificationId: "verification-1" }) },
    ]);
  });

  it("goes on to the table when it passes", async () => {
    await approve(await ask({ decision: "pass" }));
    expect(verification()).toMatchObject({ state: "awaiting-completion", registryData: registryPerson() });
    expect(verification().timeline.at(-1)?.event).toBe("review-passed");
    expect(templates()).toEqual(["registry-data-received"]);
    expect(actions()).toContain("review-passed");
  });

  it("stops when it is rejected, and the registry's data go", async () => {
    await approve(await ask({ decision: "reject" }));
    expect(verification()).toMatchObject({ state: "stopped", stopReason: "rejected-in-review" });
    expect(verification().registryData).toBeUndefined();
    expect(world.records.all("outbox-item")).toMatchObject([
      { template: "stopped", facts: { reason: "rejected-in-review" } },
    ]);
  });

  it("is not let lie: its case is closed without a decision only once it is held no more", async () => {
    await expect(ask({ decision: "close" })).rejects.toBeInstanceOf(WrongState);
    await makeCancelVerification(world)({ accountId, verificationId: "verification-1" });
    await expect(ask({ decision: "pass" })).rejects.toBeInstanceOf(WrongState);
    await approve(await ask({ decision: "close" }));
    expect(verification().state).toBe("cancelled");
  });
});

describe("“This is not me”", () => {
  it("keeps the answer, which may be for another one whose sheet was swapped", async () => {
    const { answer: _none, ...matched } = aMessage({ state: "matched" });
    const other = "b".repeat(32);
    await world.records.commit([
      {
        put: {
          ...verification(),
          state: "awaiting-completion",
          registryData: registryPerson(),
          answeredBy: "message-1",
        },
      },
      { put: matched },
      { put: anAccount({ id: other }) },
      { put: aVerification({ id: "verification-2", accountId: other }) },
    ]);
    await makeRejectIdentity(world)({ accountId, verificationId: "verification-1" });
    const [opened] = world.records.all("operator-case");
    expect(opened).toMatchObject({ kind: "not-me", accountId, messageId: "message-1" });
    const decision = { decision: "assign", accountId: other, verificationId: "verification-2" } as const;
    const { id } = await makeProposeDecision(world)({ actor: olga, caseId: opened!.id, decision });
    await makeApproveDecision(world)({ actor: eva, caseId: opened!.id, proposalId: id });
    expect(world.records.all("verification").find(({ accountId: of }) => of === other)).toMatchObject({
      state: "awaiting-completion",
      registryData: registryPerson(),
    });
  });
});

describe("a case that one works on", () => {
  it("is another's, and not an auditor's to close", async () => {
    await world.records.commit([{ put: aCase({ kind: "unknown-address-place", accountId }) }]);
    const close = makeCloseCase(world);
    const outcome = "settled" as const;
    await expect(close({ caseId, actor: auditor, outcome })).rejects.toBeInstanceOf(RoleNotEnough);
    await expect(close({ caseId, actor: janaHerself, outcome })).rejects.toBeInstanceOf(OwnAccount);
    await close({ caseId, actor: olga, outcome });
    expect(theCase()).toMatchObject({ closed: { by: "olga", outcome } });
  });
});
