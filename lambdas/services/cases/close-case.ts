import { requireOpen, requireOthersCase, takesTwo } from "../../domain/case-decisions.ts";
import { NotFound, WrongState } from "../../domain/errors.ts";
import { requireMay } from "../../domain/operator-rights.ts";
import type { OperatorCase } from "../../domain/records.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { Records, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";

export type CaseOutcome = NonNullable<OperatorCase["closed"]>["outcome"];

/** Throws `NotFound`. */
export const loadCase = async (records: Records, id: string): Promise<OperatorCase> => {
  const found = await records.get("operator-case", { id });
  if (found === undefined) throw new NotFound(`case ${id} is not there`);
  return found;
};

/** Who works on a case alone: an operator of the console, or whoever has the keys of the tables, by name. */
export type CaseWork = { caseId: string } & ({ actor: Actor } | { by: string });

export const workerOf = (work: CaseWork): string => ("actor" in work ? work.actor.id : work.by);

/** Throws `NotFound`, `WrongState` where it is closed already; for an operator also `RoleNotEnough`, `OwnAccount`. */
export const caseToWorkOn = async (records: Records, work: CaseWork): Promise<OperatorCase> => {
  const found = await loadCase(records, work.caseId);
  if ("actor" in work) {
    requireMay(work.actor, "work-on-case");
    requireOthersCase(work.actor, found);
  }
  requireOpen(found);
  return found;
};

export const closeWrites = (
  writing: Writing,
  found: OperatorCase,
  by: string,
  outcome: CaseOutcome,
): Write[] => {
  const at = writing.clock();
  const { accountId, verificationId } = found;
  return [
    { put: { ...found, state: "closed", closed: { at, by, outcome } } },
    audited(writing, at, {
      action: "case-closed",
      actor: "operator",
      operator: by,
      reason: `${found.kind}, ${outcome}`,
      ...(accountId === undefined ? {} : { accountId }),
      ...(verificationId === undefined ? {} : { verificationId }),
    }),
  ];
};

/**
 * Nothing more is tried. `given-up`: it stays as it is; `settled`: it was put right elsewhere. Throws `WrongState` for a
 * case that takes a decision of two people.
 */
export const makeCloseCase =
  (writing: Writing) =>
  async (command: CaseWork & { outcome: "given-up" | "settled" }): Promise<void> =>
    await retrying(async () => {
      const found = await caseToWorkOn(writing.records, command);
      if (takesTwo(found)) throw new WrongState(`a case of ${found.kind} takes a decision of two people`);
      await writing.records.commit(closeWrites(writing, found, workerOf(command), command.outcome));
    });
