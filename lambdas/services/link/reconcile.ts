import type { IsoInstant } from "../../domain/person.ts";
import type { Verification } from "../../domain/verification.ts";
import { lookAfterEach } from "../look-after.ts";
import type { Workflows } from "../ports/platform.ts";
import { resumeWorkflow, startWorkflow, type Writing } from "../writing.ts";

/** What became of one verification. */
export type Reconciled = "fine" | "restarted" | "resumed";

/** How long a first execution may take to start. */
const START_SECONDS = 60;

/**
 * Looks at every open verification. Where its execution is gone, a new attempt starts and goes on from the stored
 * state. Where an answer has not moved the machine for a while, it is resumed once more.
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
  const isStuck = (verification: Verification): boolean =>
    verification.waiting !== undefined &&
    verification.waiting.state !== verification.state &&
    age(lastEvent(verification)) > stuckSeconds;

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
    if (!isStuck(verification)) return "fine";
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
