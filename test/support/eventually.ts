import { setTimeout as sleep } from "node:timers/promises";

/** Asks until there is an answer, then returns it; throws after `limit` milliseconds with what was waited for. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limit = 30_000,
): Promise<T> => {
  const giveUp = Date.now() + limit;
  while (Date.now() < giveUp) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(100);
  }
  throw new Error(`Waited ${limit} ms in vain for ${what}`);
};
