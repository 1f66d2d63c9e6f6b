import { beforeEach, describe, expect, it } from "vitest";
import type { Authenticator } from "../../../../lambdas/domain/authenticator.ts";
import { makeReconcileAuthenticators } from "../../../../lambdas/services/authenticators/reconcile.ts";
import type { Execution } from "../../../../lambdas/services/ports/platform.ts";
import { accountId, anAuthenticator } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const STUCK = 300;
type Status = "running" | "succeeded" | "gone";

let world: World;
let status: Status;
let asked: Execution[];

const reconcile = async () =>
  await makeReconcileAuthenticators(
    {
      ...world,
      workflows: {
        status: async (execution) => {
          asked.push(execution);
          return status;
        },
      },
    },
    STUCK,
  )();
const given = async (change: Partial<Authenticator> = {}) => {
  const unsettled = { wanted: "ended", attempt: 3, wantedAt: world.now } as const;
  await world.records.commit([{ put: anAuthenticator({ ...unsettled, ...change }) }]);
};
const stored = () => world.records.all("authenticator")[0]!;
const items = () => world.records.all("outbox-item");

beforeEach(() => {
  world = aWorld();
  status = "gone";
  asked = [];
});

describe("a record that NIA is to be told of", () => {
  it.each<[Status, "fine" | "restarted"]>([
    ["running", "fine"],
    ["gone", "restarted"],
    ["succeeded", "restarted"],
  ])("whose execution is %s is %s", async (state, outcome) => {
    status = state;
    await given();
    world.pass(STUCK);
    expect(await reconcile()).toEqual({ [outcome]: 1 });
    const ids = { accountId, authenticatorId: "authenticator-1" };
    expect(asked).toEqual([{ machine: "unlink-account", ...ids, attempt: 3 }]);
    expect(items()).toMatchObject(
      outcome === "fine" ? [] : [{ channel: "workflow", action: "tell-nia", ...ids, attempt: 4 }],
    );
  });

  it("has its time to start, the first time and every other", async () => {
    await given();
    world.pass(STUCK - 1);
    expect(await reconcile()).toEqual({ fine: 1 });
    world.pass(1);
    expect(await reconcile()).toEqual({ restarted: 1 });
    world.pass(STUCK - 1);
    expect(await reconcile()).toEqual({ fine: 1 });
    world.pass(1);
    expect(await reconcile()).toEqual({ restarted: 1 });
    expect(stored().attempt).toBe(5);
  });

  it("is left alone where it is settled, also where the list is late", async () => {
    await given();
    const late = world.records.all("authenticator");
    await world.records.commit([{ put: { ...stored(), known: "ended" } }]);
    expect(await world.records.waiting("authenticator")).toEqual([]);
    world.records.waiting = async () => late as never;
    world.pass(100_000);
    expect(await reconcile()).toEqual({});
    expect(asked).toEqual([]);
  });

  it("is tried again each day where it was given up, until an operator has closed its case", async () => {
    await given({ givenUpAt: world.now, caseId: "case" });
    const opened = { kind: "nia-not-told", openedAt: world.now } as const;
    const openCase = { type: "operator-case", id: "case", version: 0, state: "open", ...opened } as const;
    await world.records.commit([{ put: openCase }]);
    world.pass(86_399);
    expect(await reconcile()).toEqual({ "given-up": 1 });
    world.pass(1);
    expect(await reconcile()).toEqual({ restarted: 1 });
    expect(stored()).toMatchObject({ attempt: 4, caseId: "case" });

    const closed = { at: world.now, by: "olga", outcome: "given-up" } as const;
    await world.records.commit([
      { put: { ...stored(), givenUpAt: world.now } },
      { put: { ...openCase, version: 1, state: "closed", closed } },
    ]);
    world.pass(100_000);
    expect(await reconcile()).toEqual({ "given-up": 1 });
    expect(stored().attempt).toBe(4);
  });

  it("is in good hands where it was told meanwhile", async () => {
    await given();
    world.pass(STUCK);
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await world.records.commit([{ put: { ...stored(), known: "ended" } }]);
    };
    expect(await reconcile()).toEqual({});
    expect(stored()).toMatchObject({ attempt: 3, known: "ended" });
  });
});
