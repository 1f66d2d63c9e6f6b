import { outcomeOf, requireDecidable } from "../../domain/case-decisions.ts";
import type { Actor } from "../../domain/two-persons.ts";
import { retrying } from "../retrying.ts";
import type { Writing } from "../writing.ts";
import { applied } from "./apply-decision.ts";
import { closeWrites, loadCase } from "./close-case.ts";

/**
 * Another person says yes: what was asked for is done and the case closed, in one transaction. Throws as
 * `requireDecidable`, and `WrongState` or `NotFound` where it can't be done any more: then the case stays as it is.
 */
export const makeApproveDecision =
  (writing: Writing) =>
  async (command: { actor: Actor; caseId: string; proposalId: string }): Promise<void> =>
    await retrying(async () => {
      const { actor } = command;
      const found = await loadCase(writing.records, command.caseId);
      const proposal = requireDecidable(found, command.proposalId, actor);
      await writing.records.commit([
        ...(await applied(writing, found, proposal, actor)),
        ...closeWrites(writing, found, actor.id, outcomeOf(proposal)),
      ]);
    });
