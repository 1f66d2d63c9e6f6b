import { type Authenticator, isSettled, tellAgain } from "../../domain/authenticator.ts";
import { lookAfterEach } from "../look-after.ts";
import type { Workflows } from "../ports/platform.ts";
import { tellNia, type Writing } from "../writing.ts";

/** What became of one record. */
export type Reconciled = "fine" | "restarted";

/**
 * Looks at every record that NIA has been to be told of for a while, which must be longer than the outbox takes to start
 * an execution. Where that is gone, another one starts.
 */
export const makeReconcileAuthenticators = (
  writing: Writing & { workflows: Pick<Workflows, "status"> },
  stuckSeconds: number,
) => {
  const { records, clock, workflows } = writing;

  const reconcileOne = async (authenticator: Authenticator): Promise<Reconciled> => {
    const { accountId, id: authenticatorId, attempt, wantedAt, restartedAt } = authenticator;
    const at = clock();
    if (Date.parse(at) - Date.parse(restartedAt ?? wantedAt) < stuckSeconds * 1000) return "fine";
    const execution = { machine: "unlink-account", accountId, authenticatorId, attempt } as const;
    if ((await workflows.status(execution)) === "running") return "fine";
    const next = tellAgain(authenticator, at);
    await records.commit([{ put: next }, tellNia(writing, at, next)]);
    return "restarted";
  };

  return async (): Promise<Partial<Record<Reconciled, number>>> =>
    await lookAfterEach(await records.waiting("authenticator"), async (listed) => {
      // The list is eventually consistent: decide on the row itself.
      const authenticator = await records.get("authenticator", listed);
      if (authenticator === undefined || isSettled(authenticator) || authenticator.givenUpAt !== undefined)
        return undefined;
      return await reconcileOne(authenticator);
    });
};
