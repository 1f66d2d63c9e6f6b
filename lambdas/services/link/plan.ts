import { isPaused, withPauses } from "../../domain/pauses.ts";
import { isWaitingState, secondsToWait } from "../../domain/verification-steps.ts";
import type { VerificationState } from "../../domain/verification.ts";
import type { Clock } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";

/** While deadlines stand still a machine looks again that often, and no more: each look is a step of its history. */
const PAUSED_LAP_SECONDS = 3600;

/** What the machine does next. */
export type Plan =
  | {
      phase: "await-registry-data" | "await-completion";
      state: VerificationState;
      lap: number;
      waitSeconds: number;
    }
  | { phase: "complete"; keyIds: string[] }
  | { phase: "undo"; failure: string }
  | { phase: "done" };

/** Task `plan`: reads the stored state, so that an execution can take over wherever another one was lost. */
export const makePlan =
  ({ records, clock }: { records: Records; clock: Clock }, reminderSeconds: readonly number[]) =>
  async (input: TaskInput): Promise<Plan> => {
    const [loaded, pauses] = await Promise.all([
      loadForTask(records, input),
      records.get("deadline-pauses", {}),
    ]);
    const now = clock();
    const verification = withPauses(loaded.verification, pauses, now);
    const { state, lap } = verification;
    if (state === "completing" && verification.undoing !== undefined)
      return { phase: "undo", failure: verification.undoing };
    if (state === "completing") return { phase: "complete", keyIds: verification.keyIds };
    if (!isWaitingState(state)) return { phase: "done" };
    return {
      phase: state === "awaiting-registry-data" ? "await-registry-data" : "await-completion",
      state,
      lap: lap + 1,
      waitSeconds: Math.max(
        secondsToWait(verification, reminderSeconds, now),
        pauses !== undefined && isPaused(pauses) ? PAUSED_LAP_SECONDS : 0,
      ),
    };
  };
