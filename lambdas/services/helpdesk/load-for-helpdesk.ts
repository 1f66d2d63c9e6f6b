import type { Operator } from "../../domain/operator.ts";
import { type OperatorAction, requireMay, requireNotOwn } from "../../domain/operator-rights.ts";
import { loadAccount } from "../load-account.ts";
import type { AccountRecords, Records } from "../ports/records.ts";

/** All of an account, for an operator who may do this to it. Throws `RoleNotEnough`, `OwnAccount`, `NotFound`. */
export const loadForHelpdesk = async (
  records: Records,
  { operator, accountId }: { operator: Operator; accountId: string },
  action: OperatorAction,
): Promise<AccountRecords> => {
  requireMay(operator, action);
  requireNotOwn(operator, accountId);
  return await loadAccount(records, accountId);
};
