import { beforeEach, describe, expect, it } from "vitest";
import type { Verification, VerificationState } from "../../../../lambdas/domain/verification.ts";
import { makeReconcile } from "../../../../lambdas/services/link/reconcile.ts";
import { aVerification } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const STUCK = 300;
type Status = "running" | "succeeded" | "gone";

let world: World;
let statuses: Record<string, Status>;
let asked: string[];

const reconcile = async () =>
  await makeReconcile(
    {
      ...world,
      workflows: {
        status: async (execution) => {
          if (execution.machine !== "link-account") throw new Error("another machine");
          asked.push(`${execution.verificationId}-${execution.attempt}`);
          return statuses[execution.verificationId] ?? "running";
        },
      },
    },
    STUCK,
  )();
const given = async (change: Partial<Verification> = {}) => {
  await world.records.commit([{ put: aVerification(change) }]);
};
const verification = () => world.records.all("verification")[0]!;
const items = () => world.records.all("outbox-item");
const waitingFor = (state: VerificationState): Partial<Verification> => ({
  lap: 2,
  waiting: { state, taskToken: "token-2", since: world.now },
});

beforeEach(() => {
  world = aWorld();
  statuses = {};
  asked = [];
});

describe("a verification whose execution is gone", () => {
  it.each<[Status]>([["gone"], ["succeeded"]])(
    "starts another attempt from what is stored: %s",
    async (status) => {
      await given(waitingFor("awaiting-registry-data"));
      statuses["verification-1"] = status;
      expect(await reconcile()).toEqual({ restarted: 1 });
      expect(verification()).toMatchObject({ attempt: 2, lap: 2, state: "awaiting-registry-data" });
      expect(verification()).not.toHaveProperty("waiting");
      expect(items()).toMatchObject([
        { channel: "workflow", action: "start", verificationId: "verification-1", attempt: 2 },
      ]);
      expect(asked).toEqual(["verification-1-1"]);
    },
  );

  it.each<[number, "fine" | "restarted"]>([
    [0, "fine"],
    [59, "fine"],
    [60, "restarted"],
  ])("has a minute for its first start: %i seconds after, %s", async (seconds, outcome) => {
    await given();
    statuses["verification-1"] = "gone";
    world.pass(seconds);
    expect(await reconcile()).toMatchObject({ [outcome]: 1 });
    expect(items()).toHaveLength(outcome === "fine" ? 0 : 1);
  });
});

describe("a verification whose execution runs", () => {
  it.each<[string, VerificationState, number, "fine" | "resumed" | "restarted"]>([
    ["waits for what has not come", "awaiting-registry-data", 100_000, "fine"],
    ["has its answer just now", "awaiting-completion", STUCK, "fine"],
    ["has had its answer for long", "awaiting-completion", STUCK + 1, "resumed"],
    ["can't be moved", "awaiting-completion", 3 * STUCK + 1, "restarted"],
    ["completes for long, as where NIA is down", "completing", 3 * STUCK + 1, "resumed"],
  ])("that %s: %s after %i seconds is %s", async (_, state, seconds, outcome) => {
    await given({ ...waitingFor("awaiting-registry-data"), state });
    world.pass(seconds);
    expect(await reconcile()).toMatchObject({ [outcome]: 1 });
    const resumed = { channel: "workflow", action: "resume", verificationId: "verification-1", lap: 2 };
    const restarted = { action: "start", attempt: 2 };
    expect(items()).toMatchObject(outcome === "fine" ? [] : [outcome === "resumed" ? resumed : restarted]);
    expect(verification().attempt).toBe(outcome === "restarted" ? 2 : 1);
  });

  it("that works and does not wait is left alone", async () => {
    await given({ state: "completing", lap: 2 });
    world.pass(100_000);
    expect(await reconcile()).toEqual({ fine: 1 });
  });
});

describe("the round", () => {
  it("leaves alone what has ended", async () => {
    await given({ state: "cancelled", endedAt: world.now });
    statuses["verification-1"] = "gone";
    world.pass(100_000);
    expect(await reconcile()).toEqual({});
    expect(asked).toEqual([]);
  });

  it("decides on the row itself where the list is late", async () => {
    await given();
    statuses["verification-1"] = "gone";
    const late = world.records.all("verification");
    await world.records.commit([{ put: { ...verification(), state: "cancelled", endedAt: world.now } }]);
    world.records.waiting = async () => late as never;
    world.pass(100_000);
    expect(await reconcile()).toEqual({});
  });

  it("leaves to others what they have changed meanwhile", async () => {
    await given();
    statuses["verification-1"] = "gone";
    world.pass(100_000);
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await world.records.commit([{ put: { ...verification(), attempt: 2 } }]);
    };
    expect(await reconcile()).toEqual({});
    expect(verification().attempt).toBe(2);
  });

  it("goes on with the others where one fails", async () => {
    await given({ id: "verification-1" });
    await given({ id: "verification-2", createdAt: "2026-11-23T09:00:01.000Z" });
    statuses = { "verification-1": "gone", "verification-2": "gone" };
    world.pass(100_000);
    world.records.beforeCommit = (writes) => {
      if (JSON.stringify(writes).includes("verification-1")) throw new Error("lost");
    };
    await expect(reconcile()).rejects.toThrow("1 were not looked after");
    expect(items()).toMatchObject([{ verificationId: "verification-2", attempt: 2 }]);
  });
});
