import { beforeEach, describe, expect, it } from "vitest";
import {
  ComparisonStale,
  Conflict,
  NiaOutcomeUnknown,
  NiaUnavailable,
  PersonNotFound,
  PseudonymTaken,
  Superseded,
  WrongState,
} from "../../../../lambdas/domain/errors.ts";
import { suspendLink } from "../../../../lambdas/domain/link-suspension.ts";
import { makeAwaitAnswer } from "../../../../lambdas/services/link/await-answer.ts";
import { makeCancelVerification } from "../../../../lambdas/services/link/cancel-verification.ts";
import { makeCommitLink } from "../../../../lambdas/services/link/commit-link.ts";
import { makeCompare, makeCompleteLink } from "../../../../lambdas/services/link/complete-link.ts";
import { makeFailCompletion } from "../../../../lambdas/services/link/fail-completion.ts";
import { makeIdentifyPerson } from "../../../../lambdas/services/link/identify-person.ts";
import { makePlan } from "../../../../lambdas/services/link/plan.ts";
import { makeRecordRegistryData } from "../../../../lambdas/services/link/record-registry-data.ts";
import { makeRegisterAuthenticator } from "../../../../lambdas/services/link/register-authenticator.ts";
import { makeRejectIdentity } from "../../../../lambdas/services/link/reject-identity.ts";
import { makeRemindOrExpire } from "../../../../lambdas/services/link/remind-or-expire.ts";
import { makeRevertAuthenticators } from "../../../../lambdas/services/link/revert-authenticators.ts";
import { makeStartVerification } from "../../../../lambdas/services/link/start-verification.ts";
import { accountId, aKey, anAccount, anAnswer, aSession } from "../../../support/builders.ts";
import { memoryNia, type MemoryNia } from "../../../support/memory-nia.ts";
import type { SecurityKey } from "../../../../lambdas/domain/security-key.ts";
import { aWorld, type World } from "../../../support/world.ts";

const DAY = 86_400;
const REMINDERS = [14 * DAY, 7 * DAY, DAY];

let world: World;
let nia: MemoryNia;

const keyId = "key-1";
const linkable = (isCurrent = true) => ({ ...world, isMetadataCurrent: async () => isCurrent });
const start = async (keyIds = [keyId], ports = linkable()) =>
  await makeStartVerification(ports, 90 * DAY)({ session: aSession(keyIds), method: "czech-point", keyIds });
const named = () => ({ accountId, verificationId: verification().id });
const task = (attempt = 1) => ({ ...named(), attempt });
const verification = () => world.records.all("verification")[0]!;
const account = () => world.records.all("account")[0]!;
const mails = () =>
  world.records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? [item.template] : []));
const workflowItems = () => world.records.all("outbox-item").filter(({ channel }) => channel === "workflow");
const actions = () => world.records.audit.map(({ action }) => action);

const answer = async (change = {}) =>
  await makeRecordRegistryData(world)({ ...named(), answer: anAnswer(change), messageId: "900000101" });
const digest = async () => (await makeCompare(world)(named())).digest;
const complete = async () => await makeCompleteLink(world)({ ...named(), digest: await digest() });
const identify = async () => await makeIdentifyPerson({ ...world, nia })(task());
const register = async (id = keyId) =>
  await makeRegisterAuthenticator({ ...world, nia })({ ...task(), keyId: id });
const revert = async (failure = "KeyRefused") =>
  await makeRevertAuthenticators({ ...world, nia })({ ...task(), failure });
const commit = async () => await makeCommitLink(world)(task());

beforeEach(async () => {
  world = aWorld();
  nia = memoryNia();
  await world.records.commit([{ put: anAccount() }, { put: aKey(keyId) }, { put: aKey("key-2") }]);
});

describe("the office's answer", () => {
  it("is recorded with mail and audit, and moves the waiting machine on", async () => {
    await start();
    await makeAwaitAnswer(world)({ ...task(), state: "awaiting-registry-data", lap: 1, taskToken: "T1" });
    expect(await answer()).toBe("recorded");
    expect(verification().state).toBe("awaiting-completion");
    expect(workflowItems().at(-1)).toMatchObject({ action: "resume", lap: 1 });
    expect(mails()).toContain("registry-data-received");
  });

  it("changes nothing when it comes twice", async () => {
    await start();
    await answer();
    const before = structuredClone(world.records.all("outbox-item"));
    expect(await answer()).toBe("already");
    expect(world.records.all("outbox-item")).toEqual(before);
  });

  it("in other words than the first one changes nothing, and is told apart", async () => {
    await start();
    await answer();
    const other = { ...named(), answer: anAnswer({ firstName: "HANA" }), messageId: "900000102" };
    expect(await makeRecordRegistryData(world)(other)).toBe("answered-before");
    expect(verification().registryData?.firstName).toBe("JANA");
  });

  it("that is there before the token sends the machine on with the token's own transaction", async () => {
    await start();
    await answer();
    expect(workflowItems().map((item) => item.channel === "workflow" && item.action)).toEqual(["start"]);
    await makeAwaitAnswer(world)({ ...task(), state: "awaiting-registry-data", lap: 1, taskToken: "T1" });
    expect(workflowItems().at(-1)).toMatchObject({ action: "resume", lap: 1 });
  });

  it("of a foreigner stops with the reason", async () => {
    await start();
    await answer({ citizenships: ["SVK"] });
    expect(verification()).toMatchObject({ state: "stopped", stopReason: "foreigner" });
    expect(verification()).not.toHaveProperty("registryData");
  });

  it("with another birth date is looked at by operators first", async () => {
    await start();
    await answer({ birthDate: "1990-01-01" });
    expect(verification().state).toBe("under-review");
    expect(world.records.all("operator-case")).toMatchObject([{ kind: "identity-review", state: "open" }]);
    await expect(digest()).rejects.toThrow(WrongState);
  });

  it("after a cancellation is not awaited", async () => {
    await start();
    await makeCancelVerification(world)(named());
    expect(await answer()).toBe("not-awaited");
    expect(verification().state).toBe("cancelled");
  });
});

describe("waiting", () => {
  it("plans until the next reminder, then until the deadline", async () => {
    await start();
    const plan = makePlan(world, REMINDERS);
    expect(await plan(task())).toEqual({
      phase: "await-registry-data",
      state: "awaiting-registry-data",
      lap: 1,
      waitSeconds: 76 * DAY,
    });
    world.pass(76 * DAY);
    await makeRemindOrExpire(world, REMINDERS)(task());
    expect(mails()).toContain("reminder");
    expect(await plan(task())).toMatchObject({ waitSeconds: 7 * DAY });
  });

  it("reminds once for each time, and expires at the deadline", async () => {
    await start();
    const tick = makeRemindOrExpire(world, REMINDERS);
    for (const day of [76, 0, 7, 6, 1]) {
      world.pass(day * DAY);
      await tick(task());
    }
    expect(mails().filter((template) => template === "reminder")).toHaveLength(3);
    expect(mails()).toContain("expired");
    expect(verification().state).toBe("expired");
    expect(await makePlan(world, REMINDERS)(task())).toEqual({ phase: "done" });
  });

  it("never lets an older lap's token replace a newer one", async () => {
    await start();
    const awaitAnswer = makeAwaitAnswer(world);
    await awaitAnswer({ ...task(), state: "awaiting-registry-data", lap: 2, taskToken: "new" });
    await awaitAnswer({ ...task(), state: "awaiting-registry-data", lap: 1, taskToken: "old" });
    expect(verification().waiting?.taskToken).toBe("new");
  });

  it("is left to a newer attempt", async () => {
    await start();
    await world.records.commit([{ put: { ...verification(), attempt: 2 } }]);
    await expect(makePlan(world, REMINDERS)(task(1))).rejects.toThrow(Superseded);
  });
});

describe("completing", () => {
  beforeEach(async () => {
    await start();
    await answer({ address: { street: "DLOUHÁ 12", city: "OLOMOUC", postalCode: "77900", country: "CZ" } });
  });

  it("links the account: data updated, locked and validated, key linked, mail and audit written", async () => {
    await complete();
    await identify();
    await register();
    await commit();
    expect(account()).toMatchObject({
      person: { firstName: "Jana", lastName: "Nováková", address: { street: "Dlouhá 12", city: "Olomouc" } },
      validation: { source: "czech-point" },
      link: { pseudonym: nia.pseudonym, state: "active" },
    });
    const key = world.records.all("security-key").find(({ id }) => id === keyId);
    expect(key?.link?.state).toBe("active");
    expect([...nia.held]).toEqual([[key?.link?.authenticatorId, "Aktivni"]]);
    expect(verification()).toMatchObject({ state: "completed" });
    expect(verification()).not.toHaveProperty("registryData");
    expect(mails().at(-1)).toBe("linked");
    expect(actions().slice(-4)).toEqual([
      "completion-requested",
      "person-identified",
      "key-registered",
      "account-linked",
    ]);
  });

  it("suspends at once the key whose model was disqualified while NIA was told", async () => {
    await complete();
    await identify();
    await register();
    const [key] = world.records.all("security-key");
    const grade = { linkable: false, reason: "disqualified", disqualifiedBy: "REVOKED", gradedAt: world.now };
    await world.records.commit([{ put: { ...key!, grade } as SecurityKey }]);
    await commit();
    expect(world.records.all("security-key")[0]?.link).toMatchObject({
      state: "suspended",
      suspendedFor: ["model-disqualified"],
    });
    const reason = "model-disqualified";
    expect(world.records.all("authenticator")).toMatchObject([
      { known: "active", wanted: "suspended", reason },
    ]);
    expect(workflowItems().at(-1)).toMatchObject({ action: "tell-nia" });
  });

  it("does not lift a suspension by the helpdesk: the new link and key are suspended too", async () => {
    const link = {
      pseudonym: nia.pseudonym,
      state: "active" as const,
      linkedAt: world.now,
      verificationId: "v",
    };
    await world.records.commit([
      { put: { ...account(), link: suspendLink(link, "helpdesk-suspension", world.now) } },
    ]);
    await complete();
    await identify();
    await register();
    await commit();
    expect(account().link).toMatchObject({ state: "suspended", suspendedFor: ["helpdesk-suspension"] });
    expect(world.records.all("security-key").find(({ id }) => id === keyId)?.link).toMatchObject({
      state: "suspended",
      suspendedFor: ["helpdesk-suspension"],
    });
    expect(world.records.all("authenticator")).toMatchObject([
      { known: "active", wanted: "suspended", reason: "helpdesk-suspension" },
    ]);
  });

  it("asked twice at once is done once", async () => {
    const shown = await digest();
    const completeLink = makeCompleteLink(world);
    await Promise.all([
      completeLink({ ...named(), digest: shown }),
      completeLink({ ...named(), digest: shown }),
    ]);
    expect(actions().filter((action) => action === "completion-requested")).toHaveLength(1);
  });

  it("is refused where the data are not those that were shown", async () => {
    const shown = await digest();
    await world.records.commit([
      { put: { ...account(), person: { ...account().person, firstName: "Hana" } } },
    ]);
    await expect(makeCompleteLink(world)({ ...named(), digest: shown })).rejects.toThrow(ComparisonStale);
  });

  it("repeats each step without doing anything twice", async () => {
    await complete();
    for (const step of [identify, identify, register, register, commit, commit]) await step();
    expect(nia.calls).toEqual(["identify", "write"]);
    expect(mails().filter((template) => template === "linked")).toHaveLength(1);
  });

  it("sets a record whose answer was lost to Aktivni", async () => {
    await complete();
    await identify();
    nia.after = () => {
      throw new NiaOutcomeUnknown("timed out");
    };
    await expect(register()).rejects.toThrow(NiaOutcomeUnknown);
    expect(verification().timeline.at(-1)?.event).toBe("waiting-for-nia");
    nia.after = () => undefined;
    await register();
    expect(nia.calls).toEqual(["identify", "write", "write", "change Aktivni"]);
    expect([...nia.held.values()]).toEqual(["Aktivni"]);
  });

  it("says once that it waits for NIA", async () => {
    await complete();
    nia.before = () => {
      throw new NiaUnavailable("down");
    };
    await expect(identify()).rejects.toThrow(NiaUnavailable);
    await expect(identify()).rejects.toThrow(NiaUnavailable);
    expect(verification().timeline.filter(({ event }) => event === "waiting-for-nia")).toHaveLength(1);
  });

  it("ends at NIA what was, or may have been, registered, and may be tried again with fresh identifiers", async () => {
    await complete();
    await identify();
    nia.after = (call) => {
      if (call === "write") throw new NiaOutcomeUnknown("timed out");
    };
    await expect(register()).rejects.toThrow(NiaOutcomeUnknown);
    const [first] = nia.held.keys();
    await revert();
    await makeFailCompletion(world)({ ...task(), failure: "NiaRefused" });
    expect([...nia.held.values()]).toEqual(["Ukonceny"]);
    expect(verification()).toMatchObject({ state: "awaiting-completion", stopReason: "key-refused" });

    nia.after = () => undefined;
    for (const step of [complete, identify, register, commit]) await step();
    expect([...nia.held.values()]).toEqual(["Ukonceny", "Aktivni"]);
    expect(world.records.all("security-key").find(({ id }) => id === keyId)?.link?.authenticatorId).not.toBe(
      first,
    );
  });

  it("stops where the person is linked to another account", async () => {
    const { pseudonym } = nia;
    const other = "b".repeat(32);
    const link = { pseudonym, state: "active", linkedAt: world.now, verificationId: "theirs" } as const;
    await world.records.commit([
      { put: { type: "claim", kind: "pseudonym", value: pseudonym, version: 0, accountId: other } },
      { put: anAccount({ id: other, link }) },
    ]);
    await complete();
    await expect(identify()).rejects.toThrow(PseudonymTaken);
    await revert("PseudonymTaken");
    await makeFailCompletion(world)({ ...task(), failure: "PseudonymTaken" });
    expect(verification()).toMatchObject({ state: "stopped", stopReason: "another-person" });
    expect(world.records.all("operator-case")).toMatchObject([{ kind: "another-person" }]);
    expect(nia.calls).toEqual(["identify"]);
  });

  it("tells what to do where NIA finds nobody", async () => {
    await complete();
    nia.before = () => {
      throw new PersonNotFound("zero");
    };
    await expect(identify()).rejects.toThrow(PersonNotFound);
    await makeFailCompletion(world)({ ...task(), failure: "PersonNotFound" });
    expect(verification()).toMatchObject({ state: "stopped", stopReason: "person-not-found" });
    expect(mails().at(-1)).toBe("stopped");
  });

  it("is undone by a cancellation", async () => {
    await complete();
    await makeCancelVerification(world)(named());
    expect(verification()).toMatchObject({ state: "completing", abandoned: "withdrawn" });
  });

  it("loses against nothing half done: a commit that fails leaves everything as it was", async () => {
    await complete();
    await identify();
    await register();
    world.records.beforeCommit = () => {
      throw new Conflict("lost");
    };
    await expect(commit()).rejects.toThrow(Conflict);
    expect(account()).not.toHaveProperty("link");
    expect(verification().state).toBe("completing");
  });
});

describe("“This is not me”", () => {
  it("updates nothing, stops, and opens a case", async () => {
    await start();
    await answer();
    const before = account();
    await makeRejectIdentity(world)(named());
    expect(account()).toEqual(before);
    expect(verification()).toMatchObject({ state: "stopped", stopReason: "not-me" });
    expect(world.records.all("operator-case")).toMatchObject([{ kind: "not-me" }]);
  });
});
