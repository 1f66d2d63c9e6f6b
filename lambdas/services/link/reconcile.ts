import type { IsoInstant } from "../../domain/person.ts";
import type { Verification } from "../../domain/verification.ts";
import { lookAfterEach } from "../look-after.ts";
import type { Workflows } from "../ports/platform.ts";
import { resumeWorkflow, startWorkflow, type Writing } from "../writing.ts";

/** What became of one verification. */
export type Reconciled = "fine" | "restarted" | "resumed";

/** How long a first execution may take to start. */
const START_SECONDS = 60;

/** So many times as long as it takes to be stuck: the token leads nowhere, and another execution has to take over. */
const LOST_AFTER = 3;

/**
 * Looks at every open verification. Where its execution is gone, a new attempt starts and goes on from the stored
 * state. Where an answer has not moved the machine for a while, it is resumed once more, and in the end replaced.
 */
export const makeReconcile = (
  writing: Writing & { workflows: Pick<Workflows, "status"> },
  stuckSeconds: number,
) => {
  const age = (since: IsoInstant) => (Date.parse(writing.clock()) - Date.parse(since)) / 1000;

  const restart = async (verification: Verification): Promise<void> => {
    const { waiting: _waiting, ...rest } = verification;
    const next = { ...rest, attempt: verification.attempt + 1 };
    await writing.records.commit([{ put: next }, startWorkflow(writing, writing.clock(), next)]);
  };

  const lastEvent = ({ timeline, createdAt }: Verification) => timeline.at(-1)?.at ?? createdAt;
  const isStuck = (verification: Verification, seconds: number): boolean =>
    verification.waiting !== undefined &&
    verification.waiting.state !== verification.state &&
    age(lastEvent(verification)) > seconds;

  const reconcileOne = async (verification: Verification): Promise<Reconciled> => {
    const { accountId, id: verificationId, attempt } = verification;
    const status = await writing.workflows.status({
      machine: "link-account",
      accountId,
      verificationId,
      attempt,
    });
    if (status !== "running") {
      if (verification.lap === 0 && age(verification.createdAt) < START_SECONDS) return "fine";
      await restart(verification);
      return "restarted";
    }
    if (!isStuck(verification, stuckSeconds)) return "fine";
    // What completes may have left its wait long ago: it is resumed for nothing while NIA keeps it waiting.
    if (verification.state !== "completing" && isStuck(verification, LOST_AFTER * stuckSeconds)) {
      await restart(verification);
      return "restarted";
    }
    await writing.records.commit([
      { put: verification },
      ...resumeWorkflow(writing, writing.clock(), verification),
    ]);
    return "resumed";
  };

  return async (): Promise<Partial<Record<Reconciled, number>>> =>
    await lookAfterEach(await writing.records.waiting("verification"), async (listed) => {
      // The list is eventually consistent: decide on the row itself.
      const verification = await writing.records.get("verification", listed);
      if (verification === undefined || verification.endedAt !== undefined) return undefined;
      return await reconcileOne(verification);
    });
};
