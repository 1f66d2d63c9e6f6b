import { isWaitingState, onTimeout } from "../../domain/verification-steps.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";

/** Task `remind-or-expire`: a wait ran out. Where an answer has won in the meantime, nothing happens here. */
export const makeRemindOrExpire =
  (writing: Writing, reminderSeconds: readonly number[]) =>
  async (input: TaskInput): Promise<void> =>
    await retrying(async () => {
      const { account, verification } = await loadForTask(writing.records, input);
      if (!isWaitingState(verification.state)) return;
      const at = writing.clock();
      const { verification: next, outcome, daysLeft } = onTimeout(verification, reminderSeconds, at);
      if (outcome === "early") return;
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
