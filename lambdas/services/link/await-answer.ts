import type { VerificationState } from "../../domain/verification.ts";
import { retrying } from "../retrying.ts";
import { resumeWorkflow, type Writing } from "../writing.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";

/**
 * Task `await-answer`: stores the token that resumes this wait. If the answer is there before the token is, the same
 * transaction sends the machine on. A token of an older lap never replaces a newer one.
 */
export const makeAwaitAnswer =
  (writing: Writing) =>
  async (input: TaskInput & { state: VerificationState; lap: number; taskToken: string }): Promise<void> =>
    await retrying(async () => {
      const { verification } = await loadForTask(writing.records, input);
      if (verification.lap > input.lap) return;
      const at = writing.clock();
      const waiting = { state: input.state, taskToken: input.taskToken, since: at };
      const next = { ...verification, lap: input.lap, waiting };
      const answered = verification.state !== input.state;
      await writing.records.commit([{ put: next }, ...(answered ? resumeWorkflow(writing, at, next) : [])]);
    });
