import { type CallChecks, failedToday, requireMayCheck, withCheck } from "../../domain/call.ts";
import { type CallField, failedFields, type Said } from "../../domain/call-check.ts";
import type { Operator } from "../../domain/operator.ts";
import { may } from "../../domain/operator-rights.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, newId, type Writing } from "../writing.ts";
import { loadForHelpdesk } from "./load-for-helpdesk.ts";

export type CheckOutcome =
  | { outcome: "passed"; call: NonNullable<CallChecks["passed"]> }
  /** Which fields, for those who may know. */
  | { outcome: "failed"; failedChecks: number; fields?: CallField[] };

/**
 * Whether a caller knows the six details of the profile: one answer for all of them. Each check is counted, audited and
 * told to the account's owner; one that passed opens this operator's next act on the account. Throws
 * `SupervisorNeeded`.
 */
export const makeCheckCaller =
  (writing: Writing) =>
  async (command: { operator: Operator; accountId: string; said: Said }): Promise<CheckOutcome> =>
    await retrying(async () => {
      const { records, clock, random } = writing;
      const { operator, accountId, said } = command;
      const { account } = await loadForHelpdesk(records, command, "check-caller");
      const before = await records.get("call-checks", { accountId });
      const at = clock();
      requireMayCheck(before, operator, at);

      const fields = failedFields(account, said);
      const outcome = fields.length === 0 ? "passed" : "failed";
      const next = withCheck(
        before,
        { accountId, operatorId: operator.id, callId: newId(random), passed: outcome === "passed" },
        at,
      );
      await records.commit([
        { put: next },
        // What was compared is what is stored: a change of the profile meanwhile makes it compared anew.
        { check: account },
        mailTo(writing, at, account, "call-checked", { facts: { outcome } }),
        audited(writing, at, {
          action: "caller-checked",
          actor: "operator",
          operator: operator.id,
          accountId,
          reason: outcome,
        }),
      ]);
      if (next.passed !== undefined) return { outcome: "passed", call: next.passed };
      return {
        outcome: "failed",
        failedChecks: failedToday(next, at).length,
        ...(may(operator, "see-failed-fields") ? { fields } : {}),
      };
    });
