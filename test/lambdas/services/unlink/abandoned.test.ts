import { beforeEach, describe, expect, it } from "vitest";
import { NiaUnavailable, PseudonymTaken, WrongState } from "../../../../lambdas/domain/errors.ts";
import { addedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { makeRemoveKey } from "../../../../lambdas/services/keys/remove-key.ts";
import { makeCancelVerification } from "../../../../lambdas/services/link/cancel-verification.ts";
import { makeCommitLink } from "../../../../lambdas/services/link/commit-link.ts";
import { makeCompare, makeCompleteLink } from "../../../../lambdas/services/link/complete-link.ts";
import { makeFailCompletion } from "../../../../lambdas/services/link/fail-completion.ts";
import { makeIdentifyPerson } from "../../../../lambdas/services/link/identify-person.ts";
import { makeRegisterAuthenticator } from "../../../../lambdas/services/link/register-authenticator.ts";
import { makeRevertAuthenticators } from "../../../../lambdas/services/link/revert-authenticators.ts";
import { makeDetach } from "../../../../lambdas/services/unlink/detach.ts";
import {
  accountId,
  aKey,
  anAccount,
  aSession,
  aVerification,
  registryPerson,
} from "../../../support/builders.ts";
import { memoryNia, type MemoryNia } from "../../../support/memory-nia.ts";
import { aWorld, type World } from "../../../support/world.ts";

let world: World;
let nia: MemoryNia;

const verification = () => world.records.all("verification").find(({ id }) => id === "verification-1")!;
const account = () => world.records.all("account").find(({ id }) => id === accountId)!;
const named = { accountId, verificationId: "verification-1" };
const task = { ...named, attempt: 1 };
const complete = async () => {
  const { digest } = await makeCompare(world)(named);
  await makeCompleteLink(world)({ ...named, digest });
};
const identify = async () => await makeIdentifyPerson({ ...world, nia })(task);
const register = async (keyId: string) =>
  await makeRegisterAuthenticator({ ...world, nia })({ ...task, keyId });
const commit = async () => await makeCommitLink(world)(task);
const remove = async (keyId: string) =>
  await makeRemoveKey(world)({ session: world.records.all("session")[0]!, keyId });
const detach = async () => await makeDetach(world)({ accountId });
/** What the machine does with whatever a step has thrown. */
const revert = async (failure = "WrongState") => {
  await makeRevertAuthenticators({ ...world, nia })({ ...task, failure });
  await makeFailCompletion(world)({ ...task, failure });
};
const mails = () =>
  world.records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? [item.template] : []));
const states = () => [...nia.held.values()];

beforeEach(async () => {
  world = aWorld();
  nia = memoryNia();
  await world.records.commit([
    { put: anAccount() },
    ...addedKey(aKey("key-1")),
    ...addedKey(aKey("key-2")),
    { put: aSession([]) },
    {
      put: aVerification({
        state: "awaiting-completion",
        keyIds: ["key-1", "key-2"],
        registryData: registryPerson(),
      }),
    },
  ]);
});

describe("a verification that its user cancels while NIA is told of it", () => {
  it.each<[string, () => Promise<void>]>([
    ["before the person is identified", async () => undefined],
    [
      "between two keys",
      async () => {
        await identify();
        await register("key-1");
      },
    ],
  ])("%s: all is undone, then it is over, and a new one may start", async (_, steps) => {
    await complete();
    await steps();
    const cancel = makeCancelVerification(world);
    await cancel(named);
    await cancel(named);
    await expect(register("key-2")).rejects.toThrow(WrongState);
    await expect(commit()).rejects.toThrow(WrongState);
    expect(mails()).toEqual([]);
    await revert();
    expect(verification()).toMatchObject({ state: "cancelled", stopReason: "withdrawn" });
    expect(states().filter((state) => state !== "Ukonceny")).toEqual([]);
    expect(mails()).toEqual(["cancelled"]);
    expect(account().link).toBeUndefined();
  });

  it("is left as it is once it is committed", async () => {
    await complete();
    await identify();
    await register("key-1");
    await register("key-2");
    await commit();
    await expect(makeCancelVerification(world)(named)).rejects.toThrow(WrongState);
    expect(account().link).toBeDefined();
  });
});

describe("a key that is removed while NIA is told of it", () => {
  it.each<[string, () => Promise<void>]>([
    ["before the person is identified", async () => undefined],
    ["before any key is registered", identify],
    [
      "between two keys",
      async () => {
        await identify();
        await register("key-1");
      },
    ],
    [
      "before the link is committed",
      async () => {
        await identify();
        await register("key-1");
        await register("key-2");
      },
    ],
  ])("%s: no step goes on, all is undone, and the other key may be linked", async (_, steps) => {
    await complete();
    await steps();
    expect(await remove("key-1")).toEqual({ linkEnded: false, verification: "undoing" });
    await expect(identify()).rejects.toThrow(WrongState);
    await expect(register("key-2")).rejects.toThrow(WrongState);
    await expect(commit()).rejects.toThrow(WrongState);
    await revert();
    expect(verification()).toMatchObject({
      state: "awaiting-completion",
      stopReason: "key-removed",
      keyIds: ["key-2"],
    });
    expect(verification()).not.toHaveProperty("abandoned");
    expect(states().filter((state) => state !== "Ukonceny")).toEqual([]);
    expect(mails()).toEqual(["key-removed", "completion-undone"]);

    await complete();
    await identify();
    await register("key-2");
    await commit();
    expect(account().link).toBeDefined();
    expect(states().filter((state) => state === "Aktivni")).toHaveLength(1);
  });

  it("its last one: the verification is over once NIA holds nothing of it", async () => {
    await complete();
    await identify();
    await register("key-1");
    await remove("key-1");
    await remove("key-2");
    await revert();
    expect(verification()).toMatchObject({
      state: "cancelled",
      stopReason: "key-removed",
      endedAt: world.now,
    });
    expect(verification()).not.toHaveProperty("registryData");
    expect(states()).toEqual(["Ukonceny"]);
    expect(mails().at(-1)).toBe("cancelled");
  });

  it("whatever has failed meanwhile, the user is told of the removal", async () => {
    await complete();
    await identify();
    await remove("key-1");
    await revert("NiaRefused");
    expect(verification()).toMatchObject({ stopReason: "key-removed" });
    expect(world.records.all("operator-case")).toEqual([]);
  });

  it("waits for NIA where that is down: still open, nothing said to be over", async () => {
    await complete();
    await identify();
    await register("key-1");
    await remove("key-1");
    nia.before = () => {
      throw new NiaUnavailable("503");
    };
    await expect(revert()).rejects.toThrow(NiaUnavailable);
    expect(verification()).toMatchObject({ state: "completing", abandoned: "key-removed" });
    expect(verification().timeline.at(-1)).toMatchObject({ event: "waiting-for-nia" });
    nia.before = () => undefined;
    await revert();
    expect(states()).toEqual(["Ukonceny"]);
  });

  it("in the very moment of the commit: one of the two wins, and nothing is left half done", async () => {
    await complete();
    await identify();
    await register("key-1");
    await register("key-2");
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await remove("key-1");
    };
    await expect(commit()).rejects.toThrow("read");
    await expect(commit()).rejects.toThrow(WrongState);
    expect(account()).not.toHaveProperty("link");

    await revert();
    await complete();
    await identify();
    await register("key-2");
    let removal: Promise<unknown> | undefined;
    world.records.beforeCommit = () => {
      world.records.beforeCommit = () => undefined;
      removal = remove("key-2");
    };
    await commit();
    expect(await removal).toMatchObject({ linkEnded: true });
    expect(account()).not.toHaveProperty("link");
    expect(world.records.all("authenticator")).toMatchObject([{ keyId: "key-2", wanted: "ended" }]);
  });
});

describe("unlinking while another key is being linked", () => {
  beforeEach(async () => {
    await complete();
    await identify();
    await register("key-1");
    await register("key-2");
    await commit();
    await world.records.commit([
      { put: aKey("key-3") },
      {
        put: aVerification({
          id: "verification-2",
          state: "completing",
          keyIds: ["key-3"],
          registryData: registryPerson(),
          registrations: [{ keyId: "key-3", authenticatorId: "authenticator-3", outcome: "pending" }],
        }),
      },
    ]);
  });
  const second = () => world.records.all("verification").find(({ id }) => id === "verification-2")!;
  const secondTask = { ...task, verificationId: "verification-2" };

  it("undoes it too: the account stays unlinked", async () => {
    await makeIdentifyPerson({ ...world, nia })(secondTask);
    await makeRegisterAuthenticator({ ...world, nia })({ ...secondTask, keyId: "key-3" });
    await detach();
    expect(second()).toMatchObject({ state: "completing", abandoned: "unlinked" });
    await expect(makeCommitLink(world)(secondTask)).rejects.toThrow(WrongState);
    const failed = { ...secondTask, failure: "WrongState" };
    await makeRevertAuthenticators({ ...world, nia })(failed);
    await makeFailCompletion(world)(failed);
    expect(second()).toMatchObject({ state: "cancelled", stopReason: "unlinked" });
    expect(account()).not.toHaveProperty("link");
    expect(nia.held.get("authenticator-3")).toBe("Ukonceny");
  });
});

describe("the pseudonym of an account whose link has ended", () => {
  const other = "b".repeat(32);
  const otherTask = { accountId: other, verificationId: "verification-9", attempt: 1 };
  const identifyOther = async () => await makeIdentifyPerson({ ...world, nia })(otherTask);
  const claim = async () => await world.records.get("claim", { kind: "pseudonym", value: nia.pseudonym });

  beforeEach(async () => {
    await world.records.commit([
      { put: anAccount({ id: other }) },
      {
        put: aVerification({
          accountId: other,
          id: "verification-9",
          state: "completing",
          registryData: registryPerson(),
        }),
      },
    ]);
    await complete();
    await identify();
  });

  it("is refused to another account while it is linked, or about to be", async () => {
    await expect(identifyOther()).rejects.toThrow(PseudonymTaken);
    await register("key-1");
    await register("key-2");
    await commit();
    await expect(identifyOther()).rejects.toThrow(PseudonymTaken);
  });

  it("may be taken over by the same person's other account", async () => {
    await register("key-1");
    await register("key-2");
    await commit();
    await detach();
    expect(await claim()).toMatchObject({ accountId });
    await identifyOther();
    expect(await claim()).toMatchObject({ accountId: other });
  });

  it("of two that take it at once one does", async () => {
    await register("key-1");
    await register("key-2");
    await commit();
    await detach();
    await world.records.commit([
      { put: aVerification({ id: "verification-3", state: "completing", registryData: registryPerson() }) },
    ]);
    const again = { ...task, verificationId: "verification-3" };
    const results = await Promise.allSettled([identifyOther(), makeIdentifyPerson({ ...world, nia })(again)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const loser =
      results[0].status === "rejected"
        ? identifyOther
        : async () => await makeIdentifyPerson({ ...world, nia })(again);
    await expect(loser()).rejects.toThrow(PseudonymTaken);
  });

  it("serves the account itself again", async () => {
    await register("key-1");
    await register("key-2");
    await commit();
    await detach();
    await world.records.commit([
      { put: aVerification({ id: "verification-3", state: "completing", registryData: registryPerson() }) },
    ]);
    await makeIdentifyPerson({ ...world, nia })({ ...task, verificationId: "verification-3" });
    expect(await claim()).toMatchObject({ accountId });
  });
});
