import type { Counters, Use } from "../../lambdas/services/ports/counters.ts";

/** The `Counters` port in memory, with what was counted; it fails while it is told to. */
export const memoryCounters = () => {
  const counted = new Map<string, number>();
  const state: { failure: Error | undefined } = { failure: undefined };
  const counters: Counters = {
    take: async ({ limit, subject, times, window }: Use) => {
      if (state.failure !== undefined) throw state.failure;
      const row = `${limit} ${subject} ${window.start}`;
      const taken = counted.get(row) ?? 0;
      if (taken >= times) return false;
      counted.set(row, taken + 1);
      return true;
    },
  };
  return { ...counters, counted, state };
};
