import { beforeEach, describe, expect, it } from "vitest";
import type { Verification } from "../../../../lambdas/domain/verification.ts";
import { makeDeliverWorkflow } from "../../../../lambdas/services/delivery/deliver-workflow.ts";
import type { WorkflowItem } from "../../../../lambdas/services/ports/platform.ts";
import { accountId, aVerification } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const itemId = "item-1";
const verificationId = "verification-1";
const start = { action: "start", attempt: 2 } as const;
const resume = { action: "resume", lap: 3 } as const;

let world: World;
let calls: unknown[];
let answer: () => "resumed" | "moved-on";

const deliver = async () =>
  await makeDeliverWorkflow({
    ...world,
    workflows: {
      start: async (execution) => {
        calls.push(["start", execution]);
      },
      resume: async (taskToken) => {
        calls.push(["resume", taskToken]);
        return answer();
      },
      status: async () => "running",
    },
  })(itemId);
const item = () => world.records.all("outbox-item")[0]!;
const given = async (action: typeof start | typeof resume, verification: Partial<Verification> = {}) => {
  const base = { type: "outbox-item", id: itemId, version: 0, createdAt: world.now, attempts: 0 } as const;
  const put: WorkflowItem = { ...base, channel: "workflow", accountId, verificationId, ...action };
  await world.records.commit([{ put }, { put: aVerification(verification) }]);
};
const waitingAt = (lap: number): Partial<Verification> => ({
  lap,
  waiting: { state: "awaiting-registry-data", taskToken: `token-${lap}`, since: world.now },
});

beforeEach(() => {
  world = aWorld();
  calls = [];
  answer = () => "resumed";
});

describe("a workflow item", () => {
  it("starts the execution of its attempt, once", async () => {
    await given(start);
    expect(await deliver()).toBe("delivered");
    expect(await deliver()).toBe("skipped");
    expect(calls).toEqual([["start", { machine: "link-account", accountId, verificationId, attempt: 2 }]]);
  });

  it("starts the execution that tells NIA, once", async () => {
    const base = { type: "outbox-item", id: itemId, version: 0, createdAt: world.now, attempts: 0 } as const;
    const ids = { accountId, authenticatorId: "authenticator-1", attempt: 4 };
    await world.records.commit([{ put: { ...base, channel: "workflow", action: "tell-nia", ...ids } }]);
    expect(await deliver()).toBe("delivered");
    expect(await deliver()).toBe("skipped");
    expect(calls).toEqual([["start", { machine: "unlink-account", ...ids }]]);
  });

  it("resumes the wait of its lap with the token stored there", async () => {
    await given(resume, waitingAt(3));
    expect(await deliver()).toBe("delivered");
    expect(calls).toEqual([["resume", "token-3"]]);
  });

  it.each([
    ["another lap waits", 4],
    ["an older lap waits", 2],
  ])("moves nothing where %s", async (_, lap) => {
    await given(resume, waitingAt(lap));
    expect(await deliver()).toBe("delivered");
    expect(calls).toEqual([]);
  });

  it("moves nothing where nothing waits", async () => {
    await given(resume, { lap: 3 });
    expect(await deliver()).toBe("delivered");
    expect(calls).toEqual([]);
  });

  it("is done where the machine has moved on by itself", async () => {
    answer = () => "moved-on";
    await given(resume, waitingAt(3));
    expect(await deliver()).toBe("delivered");
    expect(item()).toMatchObject({ deliveredAt: world.now });
  });

  it("that fails says so and is free for the next one", async () => {
    answer = () => {
      throw new Error("throttled");
    };
    await given(resume, waitingAt(3));
    await expect(deliver()).rejects.toThrow("throttled");
    expect(item()).not.toHaveProperty("leaseUntil");
    answer = () => "resumed";
    expect(await deliver()).toBe("delivered");
    expect(item().attempts).toBe(2);
  });

  it("holds no token", async () => {
    await given(resume, waitingAt(3));
    await deliver();
    expect(JSON.stringify(item())).not.toContain("token-3");
  });

  it("that is not there, or is a mail, is left alone", async () => {
    expect(await deliver()).toBe("skipped");
    const base = { type: "outbox-item", id: itemId, version: 0, createdAt: world.now, attempts: 0 } as const;
    const put = { ...base, channel: "mail", template: "welcome", language: "cs", accountId } as const;
    await world.records.commit([{ put }]);
    expect(await deliver()).toBe("skipped");
    expect(item().version).toBe(1);
  });
});
