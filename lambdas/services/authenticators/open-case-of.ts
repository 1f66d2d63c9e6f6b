import type { Authenticator } from "../../domain/authenticator.ts";
import type { OperatorCase } from "../../domain/records.ts";
import type { Records } from "../ports/records.ts";

/** The case that an operator has of this record, where it is still open. */
export const openCaseOf = async (
  records: Records,
  { caseId }: Authenticator,
): Promise<OperatorCase | undefined> => {
  const found = caseId === undefined ? undefined : await records.get("operator-case", { id: caseId });
  return found?.state === "open" ? found : undefined;
};
