import type { AuditEvent } from "../../domain/audit.ts";
import { type CallChecks, failedToday } from "../../domain/call.ts";
import type { Operator } from "../../domain/operator.ts";
import type { AccountRecords } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";
import { loadForHelpdesk } from "./load-for-helpdesk.ts";

const EVENTS = 30;

export interface ViewedAccount {
  records: AccountRecords;
  /** The newest of what its owner is told of. */
  events: AuditEvent[];
  checks: CallChecks | undefined;
  failedChecks: number;
}

/** What an operator sees of an account. Nothing is seen before the audit log says who looks. */
export const makeViewAccount =
  (writing: Writing) =>
  async (command: { operator: Operator; accountId: string }): Promise<ViewedAccount> => {
    const { accountId, operator } = command;
    const records = await loadForHelpdesk(writing.records, command, "view-account");
    const at = writing.clock();
    await writing.records.commit([
      audited(writing, at, {
        action: "account-viewed",
        actor: "operator",
        operator: operator.id,
        accountId,
      }),
    ]);
    const [checks, { events }] = await Promise.all([
      writing.records.get("call-checks", { accountId }),
      writing.records.auditOf(accountId, { of: "shown", limit: EVENTS }),
    ]);
    return { records, events, checks, failedChecks: failedToday(checks, at).length };
  };
