import { beforeEach, describe, expect, it } from "vitest";
import { TooManyRequests } from "../../../../lambdas/domain/errors.ts";
import { type LimitName, limits } from "../../../../lambdas/domain/limits.ts";
import { type LimitSettings, makeAdmit } from "../../../../lambdas/services/limits/admit.ts";
import { memoryCounters } from "../../../support/memory-counters.ts";
import { aWorld, type World } from "../../../support/world.ts";

const limit: LimitName = "registrations-of-address";
const { times, seconds } = limits[limit];

let world: World;
let counters: ReturnType<typeof memoryCounters>;
let uncounted: LimitName[];

const admitWith = (settings: LimitSettings = { scale: 1 }) =>
  makeAdmit({ counters, clock: world.clock, uncounted: (name) => uncounted.push(name) }, settings);
const ask = async (subject = "192.0.2.1", settings?: LimitSettings) =>
  await admitWith(settings)([{ limit, subject }]);
const passed = async (tries: number, settings?: LimitSettings) => {
  const results = await Promise.allSettled(
    Array.from({ length: tries }, async () => await ask("192.0.2.1", settings)),
  );
  return results.filter(({ status }) => status === "fulfilled").length;
};

beforeEach(() => {
  world = aWorld();
  counters = memoryCounters();
  uncounted = [];
});

describe("a limit", () => {
  it("lets as many through as it says, also where they come at once", async () => {
    expect(await passed(times + 5)).toBe(times);
  });

  it("says how long until its window ends, and then begins anew", async () => {
    await passed(times);
    world.pass(600);
    await expect(ask()).rejects.toMatchObject({ retryAfterSeconds: seconds - 600, message: limit });
    world.pass(seconds - 600);
    await expect(ask()).resolves.toBeUndefined();
  });

  it("counts each subject on its own", async () => {
    await passed(times);
    await expect(ask("192.0.2.2")).resolves.toBeUndefined();
  });

  it("may be another number in a stage, or all of them by a factor", async () => {
    expect(await passed(times * 4, { scale: 2 })).toBe(times * 2);
    world.pass(seconds);
    expect(await passed(9, { scale: 1, times: { [limit]: 3 } })).toBe(3);
  });

  it("tells the longest wait of several", async () => {
    const both = [
      { limit: "mails-to-contact", subject: "a" },
      { limit: "mails-to-contact-daily", subject: "a" },
    ] as const;
    const admit = admitWith({ scale: 1, times: { "mails-to-contact": 1, "mails-to-contact-daily": 1 } });
    await admit(both);
    const error = await admit(both).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: "mails-to-contact-daily", retryAfterSeconds: 15 * 3600 });
  });
});

describe("where nothing can be counted", () => {
  beforeEach(() => {
    counters.state.failure = new Error("throttled");
  });

  it.each(Object.entries(limits))("%s does as it says", async (name, { uncounted: fate }) => {
    const asked = admitWith()([{ limit: name as LimitName, subject: "a" }]);
    const outcome = await asked.then(
      () => "admit",
      (error: unknown) => (error instanceof TooManyRequests ? "refuse" : error),
    );
    expect(outcome).toBe(fate);
    expect(uncounted).toEqual([name]);
  });
});
