import { makeApplyNotification } from "../../lambdas/services/registry/apply-notification.ts";
import { makeReadFeed } from "../../lambdas/services/registry/read-feed.ts";
import { clientOf } from "../local/nia/client.ts";
import { startRig } from "../local/nia/rig.ts";
import { anAccount } from "../support/builders.ts";
import { aWorld } from "../support/world.ts";

export interface FeedCosts {
  notifications: number;
  calls: number;
  seconds: number;
  /** Of the process, above what it was before the first page; the simulator and the records are in it too. */
  megabytes: number;
}

const ACCOUNTS = 100;
const PAGE = 500;
/** The real feed says the same of a person on several days (nia-soap.md, 8.4). */
const REPEATED = 2000;

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

/** Catches up with a feed of that many notifications, over the wire, against the simulated NIA; records in memory. */
export const measureFeed = async (notifications: number): Promise<FeedCosts> => {
  const rig = await startRig({ feed: { pageSize: PAGE, cursor: "inclusive", oldForm: false } });
  try {
    const world = aWorld();
    const pseudonyms = Array.from({ length: ACCOUNTS }, (_, index) => `bench-${index}`);
    for (const [index, pseudonym] of pseudonyms.entries()) {
      const id = index.toString(16).padStart(32, "b");
      const link = { pseudonym, state: "active", linkedAt: world.now, verificationId: "v" } as const;
      await world.records.commit([
        { put: anAccount({ id, link, registry: { dataAt: "2026-01-01T00:00:00.000Z", seen: {} } }) },
        { put: { type: "claim", kind: "pseudonym", value: pseudonym, version: 0, accountId: id } },
      ]);
    }
    for (let sent = 0; sent < notifications; sent += 1)
      await rig.control("POST", "notifications", {
        bsi: pseudonyms[sent % ACCOUNTS],
        change: { lastName: `NOVÁKOVÁ${"ABCDEFGHIJ"[Math.floor(sent / REPEATED) % 10]}` },
      });

    const readFeed = makeReadFeed(
      { ...world, nia: clientOf(rig) },
      makeApplyNotification({ ...world, places: { find: async () => undefined } }),
      { leaseSeconds: 120, workSeconds: 50, atOnce: 8 },
    );
    const before = heap();
    const begin = performance.now();
    let calls = 0;
    let read = 0;
    for (let outcome = "more"; outcome === "more"; calls += 1) {
      const round = await readFeed();
      ({ outcome } = round);
      read += round.notifications;
    }
    const seconds = (performance.now() - begin) / 1000;
    return { notifications: read, calls, seconds, megabytes: heap() - before };
  } finally {
    await rig.simulator.close();
  }
};
