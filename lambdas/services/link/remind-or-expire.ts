import { withPauses } from "../../domain/pauses.ts";
import { isWaitingState, onTimeout } from "../../domain/verification-steps.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";

/** Task `remind-or-expire`: a wait ran out. Where an answer has won in the meantime, nothing happens here. */
export const makeRemindOrExpire =
  (writing: Writing, reminderSeconds: readonly number[]) =>
  async (input: TaskInput): Promise<void> =>
    await retrying(async () => {
      const [{ account, verification }, pauses] = await Promise.all([
        loadForTask(writing.records, input),
        writing.records.get("deadline-pauses", {}),
      ]);
      if (!isWaitingState(verification.state)) return;
      const at = writing.clock();
      const timedOut = onTimeout(withPauses(verification, pauses, at), reminderSeconds, at);
      const { outcome, daysLeft } = timedOut;
      if (outcome === "early") return;
      // What is stored is the deadline without the pauses, which are reckoned anew each time.
      const next = { ...timedOut.verification, deadline: verification.deadline };
      const expired = outcome === "expired";
      await writing.records.commit([
        { put: next },
        mailTo(writing, at, account, expired ? "expired" : "reminder", {
          verificationId: verification.id,
          facts: expired ? {} : { daysLeft: String(daysLeft) },
        }),
        audited(writing, at, {
          action: expired ? "verification-expired" : "verification-reminded",
          actor: "system",
          accountId: account.id,
          verificationId: verification.id,
        }),
      ]);
    });
