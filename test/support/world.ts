import { randomBytes } from "node:crypto";
import type { Writing } from "../../lambdas/services/writing.ts";
import { memoryRecords, type MemoryRecords } from "./memory-records.ts";

/** Records in memory and a clock that stands where the test puts it. */
export interface World extends Writing {
  records: MemoryRecords;
  now: string;
  pass(seconds: number): void;
}

export const aWorld = (): World => {
  const world: World = {
    records: memoryRecords(),
    random: (length) => randomBytes(length),
    now: "2026-11-23T09:00:00.000Z",
    clock: () => world.now,
    pass: (seconds) => {
      world.now = new Date(Date.parse(world.now) + seconds * 1000).toISOString();
    },
  };
  return world;
};
