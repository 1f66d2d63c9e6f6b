import { NotFound, WrongState } from "../../domain/errors.ts";
import type { OperatorCase } from "../../domain/records.ts";
import type { Records, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";

export type CaseOutcome = NonNullable<OperatorCase["closed"]>["outcome"];

/** Throws `NotFound`, and `WrongState` where it is closed already. */
export const openCaseOf = async (records: Records, id: string): Promise<OperatorCase> => {
  const found = await records.get("operator-case", { id });
  if (found === undefined) throw new NotFound(`case ${id} is not there`);
  if (found.state !== "open") throw new WrongState("the case is closed already");
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

/** Nothing more is tried. `given-up`: it stays as it is; `settled`: it was put right elsewhere. */
export const makeCloseCase =
  (writing: Writing) =>
  async ({ caseId, by, outcome }: { caseId: string; by: string; outcome: CaseOutcome }): Promise<void> =>
    await retrying(async () => {
      const found = await openCaseOf(writing.records, caseId);
      await writing.records.commit(closeWrites(writing, found, by, outcome));
    });
