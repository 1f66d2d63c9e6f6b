import { type DeadlinePauses, pause, unpause } from "../../domain/pauses.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";

/** Lets the deadlines of all verifications stand still during an outage, or run again. Asked twice, it is done once. */
export const makePauseDeadlines =
  (writing: Writing) =>
  async ({ paused, by }: { paused: boolean; by: string }): Promise<DeadlinePauses> =>
    await retrying(async () => {
      const { records, clock } = writing;
      const stored = await records.get("deadline-pauses", {});
      const at = clock();
      const next = paused ? pause(stored, at) : unpause(stored, at);
      if (next.pauses === stored?.pauses || next.pauses.length === 0) return next;
      await records.commit([
        { put: next },
        audited(writing, at, {
          action: paused ? "deadlines-paused" : "deadlines-resumed",
          actor: "operator",
          operator: by,
        }),
      ]);
      return next;
    });
