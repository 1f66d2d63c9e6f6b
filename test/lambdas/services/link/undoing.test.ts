import { beforeEach, describe, expect, it } from "vitest";
import {
  KeyRefused,
  NiaOutcomeUnknown,
  NiaRefused,
  NiaUnavailable,
  PersonNotFound,
  PseudonymTaken,
  WrongState,
} from "../../../../lambdas/domain/errors.ts";
import { makeCancelVerification } from "../../../../lambdas/services/link/cancel-verification.ts";
import { makeCommitLink } from "../../../../lambdas/services/link/commit-link.ts";
import { makeCompare, makeCompleteLink } from "../../../../lambdas/services/link/complete-link.ts";
import { makeFailCompletion } from "../../../../lambdas/services/link/fail-completion.ts";
import { makeIdentifyPerson } from "../../../../lambdas/services/link/identify-person.ts";
import { makePlan } from "../../../../lambdas/services/link/plan.ts";
import { makeRecordRegistryData } from "../../../../lambdas/services/link/record-registry-data.ts";
import { makeRegisterAuthenticator } from "../../../../lambdas/services/link/register-authenticator.ts";
import { makeRevertAuthenticators } from "../../../../lambdas/services/link/revert-authenticators.ts";
import { makeStartVerification } from "../../../../lambdas/services/link/start-verification.ts";
import { accountId, aKey, anAccount, anAnswer, aSession } from "../../../support/builders.ts";
import { memoryNia, type MemoryNia } from "../../../support/memory-nia.ts";
import { aWorld, type World } from "../../../support/world.ts";

const MINUTE = 60;
const keys = ["key-1", "key-2"];

let world: World;
let nia: MemoryNia;

const verification = () => world.records.all("verification")[0]!;
const task = () => ({ accountId, verificationId: verification().id, attempt: verification().attempt });
const identify = async () => await makeIdentifyPerson({ ...world, nia })(task());
const register = async (keyId: string) =>
  await makeRegisterAuthenticator({ ...world, nia })({ ...task(), keyId });
const revert = async (failure = "KeyRefused") =>
  await makeRevertAuthenticators({ ...world, nia })({ ...task(), failure });
const fail = async (failure = "KeyRefused") => await makeFailCompletion(world)({ ...task(), failure });
const plan = async () => await makePlan(world, [])(task());
const complete = async () => {
  const named = { accountId, verificationId: verification().id };
  const { digest } = await makeCompare(world)(named);
  await makeCompleteLink(world)({ ...named, digest });
};
const claim = async () => await world.records.get("claim", { kind: "pseudonym", value: nia.pseudonym });
/** Another execution takes over, as the reconciler starts one. */
const takeOver = async () =>
  await world.records.commit([{ put: { ...verification(), attempt: verification().attempt + 1 } }]);
const failing = (call: string, error: Error) => (made: string) => {
  if (made === call) throw error;
};
const quiet = () => {
  nia.before = () => undefined;
  nia.after = () => undefined;
};

beforeEach(async () => {
  world = aWorld();
  nia = memoryNia();
  await world.records.commit([{ put: anAccount() }, ...keys.map((id) => ({ put: aKey(id) }))]);
  await makeStartVerification(
    { ...world, isMetadataCurrent: async () => true },
    90 * 86_400,
  )({ session: aSession(keys), method: "czech-point", keyIds: keys });
  const { id: verificationId } = verification();
  await makeRecordRegistryData(world)({
    accountId,
    verificationId,
    answer: anAnswer(),
    messageId: "900000101",
  });
  await complete();
});

describe("a write whose outcome is unknown", () => {
  it("is ended where the key is refused after it", async () => {
    await identify();
    nia.after = failing("write", new NiaOutcomeUnknown("timed out"));
    await expect(register("key-1")).rejects.toThrow(NiaOutcomeUnknown);
    quiet();
    const key = world.records.all("security-key").find(({ id }) => id === "key-1")!;
    await world.records.commit([{ remove: key }]);
    await expect(register("key-1")).rejects.toThrow(KeyRefused);
    await revert();
    await fail();
    expect([...nia.held.values()]).toEqual(["Ukonceny"]);
    expect(verification()).toMatchObject({ state: "awaiting-completion", stopReason: "key-refused" });
  });

  it("is not taken for ended while it may still arrive at NIA, and is ended when it has", async () => {
    await identify();
    nia.before = failing("write", new NiaOutcomeUnknown("timed out"));
    await expect(register("key-1")).rejects.toThrow(NiaOutcomeUnknown);
    const { authenticatorId } = verification().registrations[0]!;
    quiet();
    await expect(revert()).rejects.toThrow(NiaOutcomeUnknown);
    expect(verification().registrations[0]?.outcome).toBe("pending");

    nia.held.set(authenticatorId, "Aktivni");
    await revert();
    expect(nia.held.get(authenticatorId)).toBe("Ukonceny");
    expect(verification().registrations.map(({ outcome }) => outcome)).toEqual(["ended", "ended"]);
  });

  it.each([
    ["refused", new NiaRefused("no", "C7")],
    ["never reached NIA", new NiaUnavailable("down")],
  ])("is none where the write was %s: nothing is waited for", async (_, error) => {
    await identify();
    nia.before = failing("write", error);
    await expect(register("key-1")).rejects.toThrow(error);
    quiet();
    await revert();
    expect(nia.calls).toEqual(["identify"]);
  });

  it("stays unknown where a later try did nothing", async () => {
    await identify();
    nia.before = failing("write", new NiaOutcomeUnknown("timed out"));
    await expect(register("key-1")).rejects.toThrow(NiaOutcomeUnknown);
    nia.before = failing("write", new NiaRefused("no"));
    await expect(register("key-1")).rejects.toThrow(NiaRefused);
    quiet();
    await expect(revert()).rejects.toThrow(NiaOutcomeUnknown);
  });

  it("is taken for ended once NIA would not carry it out any more", async () => {
    await identify();
    nia.before = failing("write", new NiaOutcomeUnknown("timed out"));
    await expect(register("key-1")).rejects.toThrow(NiaOutcomeUnknown);
    quiet();
    world.pass(11 * MINUTE);
    await revert();
    await fail();
    expect(verification().state).toBe("awaiting-completion");
    expect(world.records.all("authenticator")).toEqual([]);
  });
});

describe("undoing", () => {
  it("says nothing to NIA of keys that were never tried", async () => {
    await identify();
    await register("key-1");
    await revert();
    expect(nia.calls).toEqual(["identify", "write", "change Ukonceny"]);
    expect(verification().registrations.map(({ outcome }) => outcome)).toEqual(["ended", "ended"]);
  });

  it("says nothing to NIA without a pseudonym", async () => {
    nia.before = failing("identify", new PersonNotFound("zero", "C9"));
    await expect(identify()).rejects.toThrow(PersonNotFound);
    await revert("PersonNotFound");
    await fail("PersonNotFound");
    expect(nia.calls).toEqual([]);
    expect(verification()).toMatchObject({ state: "stopped", stopReason: "person-not-found" });
    expect(world.records.audit).toContainEqual(
      expect.objectContaining({ action: "nia-refused", reason: "PersonNotFound", correlationId: "C9" }),
    );
  });

  it("goes on where another execution takes over, and registers nothing again", async () => {
    await identify();
    await register("key-1");
    await register("key-2");
    let ended = 0;
    nia.after = (call) => {
      if (call === "change Ukonceny" && (ended += 1) === 2) throw new NiaOutcomeUnknown("timed out");
    };
    await expect(revert("Conflict")).rejects.toThrow(NiaOutcomeUnknown);
    quiet();
    await takeOver();
    expect(await plan()).toEqual({ phase: "undo", failure: "Conflict" });
    for (const step of [identify, () => register("key-1"), () => makeCommitLink(world)(task())])
      await expect(step()).rejects.toThrow(WrongState);
    await revert("something else");
    await fail("something else");
    expect([...nia.held.values()]).toEqual(["Ukonceny", "Ukonceny"]);
    expect(nia.calls.filter((call) => call === "change Aktivni")).toEqual([]);
    expect(verification()).toMatchObject({ state: "awaiting-completion", stopReason: "nia-unavailable" });
    expect(verification()).not.toHaveProperty("undoing");
  });

  it("that NIA does not take for days is handed on, and the user may go on", async () => {
    await identify();
    await register("key-1");
    nia.before = failing("change Ukonceny", new NiaUnavailable("down"));
    await expect(revert("KeyRefused")).rejects.toThrow(NiaUnavailable);
    await fail("NiaUnavailable");
    const [left, ...more] = world.records.all("authenticator");
    expect(more).toEqual([]);
    expect(left).toMatchObject({
      id: [...nia.held.keys()][0],
      pseudonym: nia.pseudonym,
      wanted: "ended",
      known: "unknown",
      reason: "completion-undone",
    });
    expect(world.records.all("outbox-item")).toContainEqual(
      expect.objectContaining({ action: "tell-nia", authenticatorId: left?.id, attempt: 1 }),
    );
    expect(await claim()).toMatchObject({ accountId });

    quiet();
    await complete();
    await identify();
    await register("key-1");
    await register("key-2");
    await makeCommitLink(world)(task());
    expect(verification().state).toBe("completed");
  });

  it("frees the person for another account", async () => {
    await identify();
    expect(await claim()).toMatchObject({ accountId });
    await register("key-1");
    await revert();
    await fail();
    expect(await claim()).toBeUndefined();
    await makeCancelVerification(world)({ accountId, verificationId: verification().id });
  });

  it("does not free the person whom the account is linked as", async () => {
    const link = {
      pseudonym: nia.pseudonym,
      state: "active",
      linkedAt: world.clock(),
      verificationId: "v",
    } as const;
    await world.records.commit([{ put: { ...world.records.all("account")[0]!, link } }]);
    await identify();
    await revert();
    await fail();
    expect(await claim()).toMatchObject({ accountId });
  });

  it("may be cancelled meanwhile, and is over once all is undone", async () => {
    await identify();
    nia.before = failing("change Ukonceny", new NiaUnavailable("down"));
    await register("key-1");
    await expect(revert()).rejects.toThrow(NiaUnavailable);
    await makeCancelVerification(world)({ accountId, verificationId: verification().id });
    expect(verification().state).toBe("completing");
    quiet();
    await revert();
    await fail();
    expect(verification()).toMatchObject({ state: "cancelled", stopReason: "withdrawn" });
  });
});

describe("an answer of NIA that contradicts itself", () => {
  it("exists and does not exist: the key is refused, not taken for registered", async () => {
    await identify();
    nia.writeAuthenticator = async () => ({ outcome: "already-exists" });
    await expect(register("key-1")).rejects.toThrow(KeyRefused);
    expect(verification().registrations[0]?.outcome).toBe("pending");
  });

  it("another person than the registry told of", async () => {
    nia.identify = async () => ({ pseudonym: nia.pseudonym, birthDate: "1901-01-01" });
    await expect(identify()).rejects.toThrow(PseudonymTaken);
    expect(await claim()).toBeUndefined();
  });

  it("a refusal keeps the number of the call", async () => {
    await identify();
    nia.before = failing("write", new NiaRefused("no", "C7"));
    await expect(register("key-1")).rejects.toThrow(NiaRefused);
    expect(world.records.audit.at(-1)).toMatchObject({ action: "nia-refused", correlationId: "C7" });
  });
});
