import { TooManyRequests } from "../../domain/errors.ts";
import { type Limit, type LimitName, limits, windowAt } from "../../domain/limits.ts";
import type { Counters } from "../ports/counters.ts";
import type { Clock } from "../ports/platform.ts";

/** A limit that applies, and who or what is counted for it. */
export interface Applied {
  limit: LimitName;
  subject: string;
}

/** Counts for each of the limits. Throws `TooManyRequests` where one of them is reached. */
export type Admit = (applied: readonly Applied[]) => Promise<void>;

/** A stage's own numbers: all of them by a factor, or one by its name. */
export interface LimitSettings {
  scale: number;
  times?: Partial<Record<LimitName, number | undefined>>;
}

/** How long who can't be counted has to wait. */
const UNCOUNTED_SECONDS = 60;

/**
 * Counts a call for all its limits at once. Where a counter does not answer, the limit says what becomes of the call:
 * what only reads is let through, what guesses, costs or sends is not; `uncounted` hears of both.
 */
export const makeAdmit = (
  ports: { counters: Counters; clock: Clock; uncounted: (limit: LimitName, error: unknown) => void },
  { scale, times = {} }: LimitSettings,
): Admit => {
  /** Nothing where it may pass. */
  const refusalOf = async ({ limit: name, subject }: Applied): Promise<TooManyRequests | undefined> => {
    const limit: Limit = limits[name];
    const now = ports.clock();
    const window = windowAt(limit, now);
    const use = { limit: name, subject, times: Math.ceil((times[name] ?? limit.times) * scale), window };
    try {
      if (await ports.counters.take(use)) return undefined;
      return new TooManyRequests(name, Math.max(1, window.end - Math.floor(Date.parse(now) / 1000)));
    } catch (error) {
      ports.uncounted(name, error);
      return limit.uncounted === "admit" ? undefined : new TooManyRequests(name, UNCOUNTED_SECONDS, false);
    }
  };

  return async (applied) => {
    const refusals = await Promise.all(applied.map(refusalOf));
    const [longest] = refusals
      .filter((refusal) => refusal !== undefined)
      .toSorted((a, b) => b.retryAfterSeconds - a.retryAfterSeconds);
    if (longest !== undefined) throw longest;
  };
};
