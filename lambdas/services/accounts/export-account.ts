import type { AuditEvent } from "../../domain/audit.ts";
import { isKept } from "../../domain/retention.ts";
import { loadAccount } from "../load-account.ts";
import type { AccountRecords } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";

/** With the longest key identifiers there are, a part stays below the 6 MB that a function may answer. */
export const EXPORTED_EVENTS = 2500;

interface Exported {
  at: string;
  records: AccountRecords;
  page: { events: AuditEvent[]; before?: string };
}

/** All of an account with the newest of its audit events; noted before it is handed out. */
export const makeExportAccount =
  (writing: Writing) =>
  async (accountId: string): Promise<Exported> => {
    const at = writing.clock();
    const [records, page] = await Promise.all([
      loadAccount(writing.records, accountId),
      writing.records.auditOf(accountId, { of: "all", limit: EXPORTED_EVENTS }),
    ]);
    await writing.records.commit([audited(writing, at, { action: "exported", actor: "user", accountId })]);
    const verifications = records.verifications.filter((one) => isKept(one, at));
    return { at, records: { ...records, verifications }, page };
  };
