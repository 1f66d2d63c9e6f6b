import { type CaseDecision, propose, takeBack, turnDown } from "../../domain/case-decisions.ts";
import type { OperatorCase } from "../../domain/records.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, newId, type Writing } from "../writing.ts";
import { applied } from "./apply-decision.ts";
import { loadCase } from "./close-case.ts";

type Told = "case-decision-asked" | "case-decision-turned-down" | "case-decision-taken-back";

/** In the log of the account that the case is about, and of the one that it would go to. */
export const decisionAudits = (
  writing: Writing,
  action: Told,
  { kind, accountId, verificationId }: OperatorCase,
  { actor, decision }: { actor: Actor; decision: CaseDecision },
): Write[] => {
  const { decision: reason } = decision;
  const target = decision.decision === "assign" ? decision : { accountId, verificationId };
  const event = { action, actor: "operator", operator: actor.id, reason: `${kind}, ${reason}` } as const;
  return [
    audited(writing, writing.clock(), {
      ...event,
      ...(target.accountId === undefined ? {} : { accountId: target.accountId }),
      ...(target.verificationId === undefined ? {} : { verificationId: target.verificationId }),
    }),
  ];
};

/**
 * One operator asks for a decision on a case that takes two, and answers its id. What could not be done now can't be
 * asked for either. Throws as `propose`, and `NotFound`.
 */
export const makeProposeDecision =
  (writing: Writing) =>
  async (command: { actor: Actor; caseId: string; decision: CaseDecision }): Promise<{ id: string }> =>
    await retrying(async () => {
      const { actor, decision } = command;
      const found = await loadCase(writing.records, command.caseId);
      const id = newId(writing.random);
      const next = propose(found, decision, { actor, id, at: writing.clock() });
      await applied(writing, found, decision, actor);
      await writing.records.commit([
        { put: next },
        ...decisionAudits(writing, "case-decision-asked", found, { actor, decision }),
      ]);
      return { id };
    });

type Undoing = { actor: Actor; caseId: string; proposalId: string };

const makeUndo =
  (writing: Writing, undo: typeof turnDown, action: Told) =>
  async ({ actor, caseId, proposalId }: Undoing): Promise<void> =>
    await retrying(async () => {
      const found = await loadCase(writing.records, caseId);
      const next = undo(found, proposalId, actor);
      const decision = found.proposal;
      await writing.records.commit([
        { put: next },
        ...(decision === undefined ? [] : decisionAudits(writing, action, found, { actor, decision })),
      ]);
    });

/** Another person says no: the case is open for another decision. Throws as `requireDecidable`, and `NotFound`. */
export const makeTurnDownDecision = (writing: Writing) =>
  makeUndo(writing, turnDown, "case-decision-turned-down");

/** Who asked has thought better of it. Throws as `takeBack`, and `NotFound`. */
export const makeTakeBackDecision = (writing: Writing) =>
  makeUndo(writing, takeBack, "case-decision-taken-back");
