import { describe, expect, it } from "vitest";
import { ComparisonStale, NotFound, WrongState } from "../../../../lambdas/domain/errors.ts";
import type { OperatorCase } from "../../../../lambdas/domain/records.ts";
import { makeCloseCase } from "../../../../lambdas/services/cases/close-case.ts";
import { makePauseDeadlines } from "../../../../lambdas/services/cases/pause-deadlines.ts";
import { makeRetryCase } from "../../../../lambdas/services/cases/retry-case.ts";
import { makeCompleteLink, makeCompare } from "../../../../lambdas/services/link/complete-link.ts";
import { makeFailCompletion } from "../../../../lambdas/services/link/fail-completion.ts";
import { makePlan } from "../../../../lambdas/services/link/plan.ts";
import { makeRemindOrExpire } from "../../../../lambdas/services/link/remind-or-expire.ts";
import { openCase } from "../../../../lambdas/services/writing.ts";
import { accountId, anAccount, aKey, aVerification, registryPerson } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";
import { aLinkedWorld, anAuthenticator } from "../registry/syncing.ts";

const by = "Eva Podpora";
const caseOf = async (
  world: World,
  details: Omit<OperatorCase, "type" | "id" | "version" | "state" | "openedAt">,
) => {
  await world.records.commit([openCase(world, world.now, details)]);
  const [found] = world.records.all("operator-case");
  return found?.id ?? "";
};
const stateOf = (world: World) => world.records.all("operator-case")[0];

describe("a case", () => {
  it("is closed once, with who did it, in the audit log too", async () => {
    const world = aWorld();
    const caseId = await caseOf(world, { kind: "nia-record-missing", accountId });
    await makeCloseCase(world)({ caseId, by, outcome: "given-up" });
    expect(stateOf(world)).toMatchObject({ state: "closed", closed: { by, outcome: "given-up" } });
    expect(world.records.audit.at(-1)).toMatchObject({ action: "case-closed", operator: by, accountId });
    await expect(makeCloseCase(world)({ caseId, by, outcome: "settled" })).rejects.toBeInstanceOf(WrongState);
    await expect(makeRetryCase(world)({ caseId, by })).rejects.toBeInstanceOf(WrongState);
  });

  it("that is not there is not found", async () => {
    await expect(makeRetryCase(aWorld())({ caseId: "none", by })).rejects.toBeInstanceOf(NotFound);
  });

  it("that takes a decision can't be retried", async () => {
    const world = aWorld();
    const caseId = await caseOf(world, { kind: "identity-review", accountId });
    await expect(makeRetryCase(world)({ caseId, by })).rejects.toBeInstanceOf(WrongState);
    expect(stateOf(world)?.state).toBe("open");
  });
});

describe("retrying", () => {
  it("tells NIA again what it could not be told", async () => {
    const world = await aLinkedWorld();
    const given = { wanted: "ended", known: "unknown", attempt: 3, givenUpAt: world.now } as const;
    await world.records.commit([{ put: anAuthenticator({ version: 1, ...given }) }]);
    const caseId = await caseOf(world, {
      kind: "nia-not-told",
      accountId,
      authenticatorId: "authenticator-1",
    });
    await makeRetryCase(world)({ caseId, by });
    expect(world.records.all("authenticator")).toMatchObject([{ attempt: 4, wanted: "ended" }]);
    expect(world.records.all("authenticator")[0]?.givenUpAt).toBeUndefined();
    expect(world.records.all("outbox-item")).toMatchObject([{ action: "tell-nia", attempt: 4 }]);
    expect(stateOf(world)).toMatchObject({ closed: { outcome: "retried" } });
  });

  it("tells NIA all that it is to hold, where somebody else has changed a key", async () => {
    const world = await aLinkedWorld();
    const caseId = await caseOf(world, { kind: "authenticator-changed-elsewhere", accountId });
    await makeRetryCase(world)({ caseId, by });
    expect(world.records.all("authenticator")).toMatchObject([
      { wanted: "active", known: "unknown", attempt: 1 },
    ]);
    expect(world.records.all("outbox-item")).toHaveLength(1);
  });
});

/** A completion that the user confirmed, and that NIA could not be told for days. */
const aFailedCompletion = async () => {
  const world = aWorld();
  await world.records.commit([
    { put: anAccount() },
    { put: aKey("key-1") },
    {
      put: aVerification({
        state: "awaiting-completion",
        registryData: registryPerson(),
        answeredBy: "message",
      }),
    },
  ]);
  const name = { accountId, verificationId: "verification-1" };
  const { digest } = await makeCompare(world)(name);
  await makeCompleteLink(world)({ ...name, digest });
  await makeFailCompletion(world)({ ...name, attempt: 1, failure: "NiaUnavailable" });
  return { world, caseId: stateOf(world)?.id ?? "" };
};
const verificationOf = (world: World) => world.records.all("verification")[0];

describe("retrying a completion", () => {
  it("asks for the same that the user confirmed", async () => {
    const { world, caseId } = await aFailedCompletion();
    await makeRetryCase(world)({ caseId, by });
    expect(verificationOf(world)).toMatchObject({ state: "completing" });
    expect(world.records.audit.at(-2)).toMatchObject({ action: "completion-requested", actor: "operator" });
    expect(stateOf(world)).toMatchObject({ state: "closed" });
  });

  it("is refused where the account is another one by now, and the case stays", async () => {
    const { world, caseId } = await aFailedCompletion();
    const [account] = world.records.all("account");
    if (account !== undefined)
      await world.records.commit([{ put: { ...account, person: { ...account.person, lastName: "Jiná" } } }]);
    await expect(makeRetryCase(world)({ caseId, by })).rejects.toBeInstanceOf(ComparisonStale);
    expect(verificationOf(world)?.state).toBe("awaiting-completion");
    expect(stateOf(world)?.state).toBe("open");
  });
});

describe("while deadlines are paused", () => {
  const input = { accountId, verificationId: "verification-1", attempt: 1 };
  const aWaitingWorld = async () => {
    const world = aWorld();
    await world.records.commit([{ put: anAccount() }, { put: aVerification() }]);
    return world;
  };

  it("nothing expires and no one is reminded; afterwards the deadline is later by as long", async () => {
    const world = await aWaitingWorld();
    const pauseDeadlines = makePauseDeadlines(world);
    await pauseDeadlines({ paused: true, by });
    world.pass(100 * 86_400);
    const timedOut = makeRemindOrExpire(world, [86_400]);
    await timedOut(input);
    expect(verificationOf(world)?.state).toBe("awaiting-registry-data");
    await pauseDeadlines({ paused: false, by });
    world.pass(89 * 86_400);
    await timedOut(input);
    expect(verificationOf(world)).toMatchObject({
      state: "awaiting-registry-data",
      remindedSeconds: [86_400],
    });
    expect(verificationOf(world)?.deadline).toBe(aVerification().deadline);
    world.pass(86_401);
    await timedOut(input);
    expect(verificationOf(world)?.state).toBe("expired");
  });

  it("the machine looks again once an hour, not each second", async () => {
    const world = await aWaitingWorld();
    world.pass(90 * 86_400 - 5);
    await makePauseDeadlines(world)({ paused: true, by });
    world.pass(3);
    expect(await makePlan(world, [])(input)).toMatchObject({ waitSeconds: 3600 });
  });

  it("is said once in the audit log, however often it is asked for", async () => {
    const world = aWorld();
    const pauseDeadlines = makePauseDeadlines(world);
    for (const paused of [false, true, true, false, false]) await pauseDeadlines({ paused, by });
    expect(world.records.audit.map(({ action }) => action)).toEqual([
      "deadlines-paused",
      "deadlines-resumed",
    ]);
  });
});
