import { type Authenticator, isSettled, isToBeTriedAgain, tellAgain } from "../../domain/authenticator.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { lookAfterEach } from "../look-after.ts";
import type { Workflows } from "../ports/platform.ts";
import { tellNia, type Writing } from "../writing.ts";
import { openCaseOf } from "./open-case-of.ts";

/** What became of one record. */
export type Reconciled = "fine" | "restarted" | "given-up";

/**
 * Looks at every record that NIA has been to be told of for a while, which must be longer than the outbox takes to start
 * an execution. Where that is gone, another one starts. One that was given up is tried again once a day, as long as an
 * operator has not closed its case: NIA is told in the end however long it was down.
 */
export const makeReconcileAuthenticators = (
  writing: Writing & { workflows: Pick<Workflows, "status"> },
  stuckSeconds: number,
) => {
  const { records, clock, workflows } = writing;

  const restart = async (authenticator: Authenticator, at: IsoInstant): Promise<Reconciled> => {
    const next = tellAgain(authenticator, at);
    await records.commit([{ put: next }, tellNia(writing, at, next)]);
    return "restarted";
  };

  const tryOnceMore = async (authenticator: Authenticator): Promise<Reconciled> => {
    const at = clock();
    if (!isToBeTriedAgain(authenticator, at)) return "given-up";
    return (await openCaseOf(records, authenticator)) === undefined
      ? "given-up"
      : await restart(authenticator, at);
  };

  const reconcileOne = async (authenticator: Authenticator): Promise<Reconciled> => {
    if (authenticator.givenUpAt !== undefined) return await tryOnceMore(authenticator);
    const { accountId, id: authenticatorId, attempt, wantedAt, restartedAt } = authenticator;
    const at = clock();
    if (Date.parse(at) - Date.parse(restartedAt ?? wantedAt) < stuckSeconds * 1000) return "fine";
    const execution = { machine: "unlink-account", accountId, authenticatorId, attempt } as const;
    if ((await workflows.status(execution)) === "running") return "fine";
    return await restart(authenticator, at);
  };

  return async (): Promise<Partial<Record<Reconciled, number>>> =>
    await lookAfterEach(await records.waiting("authenticator"), async (listed) => {
      // The list is eventually consistent: decide on the row itself.
      const authenticator = await records.get("authenticator", listed);
      if (authenticator === undefined || isSettled(authenticator)) return undefined;
      return await reconcileOne(authenticator);
    });
};
