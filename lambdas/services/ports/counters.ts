import type { LimitName } from "../../domain/limits.ts";

/** One use of a limit by somebody, in one window of time. */
export interface Use {
  limit: LimitName;
  /** Who or what is counted; kept as a keyed hash, never as it is. */
  subject: string;
  /** How many the window holds. */
  times: number;
  /** Seconds since 1970; the end is not within. */
  window: { start: number; end: number };
}

/** Counters of what is limited. */
export interface Counters {
  /**
   * Counts one more use and answers true; false, and no count, where the window is full. Of uses at the same moment
   * never more than the window holds are let through. Throws where it can't be counted now.
   */
  take(use: Use): Promise<boolean>;
}
