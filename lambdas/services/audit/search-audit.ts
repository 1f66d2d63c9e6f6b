import type { AuditEvent, AuditAction } from "../../domain/audit.ts";
import { InvalidInput } from "../../domain/errors.ts";
import { requireMay, requireNotOwn } from "../../domain/operator-rights.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Actor } from "../../domain/two-persons.ts";
import { findAccount } from "../find-account.ts";
import type { Records } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";

export interface AuditQuestion {
  /** Username or e-mail, whole. */
  login?: string | undefined;
  /** Of an account that may be gone. */
  accountId?: string | undefined;
  operator?: string | undefined;
  action?: AuditAction | undefined;
  from?: IsoInstant | undefined;
  until?: IsoInstant | undefined;
  /** Where the page before ended. */
  before?: string | undefined;
}

const PAGE = 50;
/** Where the beginning is not told. */
const LAST_SECONDS = 30 * 86_400;
/** Of a search over everything: a longer one is made of several. */
const SPAN_SECONDS = 92 * 86_400;

/** Nobody by that name is nobody's log. */
const accountOf = async (records: Records, { login, accountId }: AuditQuestion) =>
  login === undefined ? accountId : ((await findAccount(records, login))?.account.id ?? "none");

const spanOf = (question: AuditQuestion, now: IsoInstant) => {
  const { until = now } = question;
  const { from = secondsAfter(until, -LAST_SECONDS) } = question;
  if (from >= until || from < secondsAfter(until, -SPAN_SECONDS))
    throw new InvalidInput([{ pointer: "/from", code: "untimely" }]);
  return { from, until };
};

/**
 * The audit log, newest first, a page at a time. Whose log it is sees that it was read; the first page is a look, the
 * others belong to it. Throws `RoleNotEnough`, `OwnAccount`, `InvalidInput`.
 */
export const makeSearchAudit =
  (writing: Writing) =>
  async (command: {
    actor: Actor;
    question: AuditQuestion;
  }): Promise<{ events: AuditEvent[]; before?: string }> => {
    const { records, clock } = writing;
    const { actor, question } = command;
    requireMay(actor, "search-audit");
    const at = clock();
    const { operator, action, before } = question;
    const accountId = await accountOf(records, question);
    if (accountId !== undefined) requireNotOwn(actor, accountId);
    const search = { accountId, operator, action, before, ...spanOf(question, at) };
    const page = await records.searchAudit({ ...search, limit: PAGE });
    if (before === undefined)
      await records.commit([
        audited(writing, at, {
          action: accountId === undefined || accountId === "none" ? "audit-searched" : "account-viewed",
          actor: "operator",
          operator: actor.id,
          reason: "audit log",
          ...(accountId === undefined || accountId === "none" ? {} : { accountId }),
        }),
      ]);
    return page;
  };
