import type * as z from "zod";
import type { viewedAccount } from "../../contract/schemas/helpdesk.ts";
import type { Account } from "../../domain/account.ts";
import type { AuditEvent } from "../../domain/audit.ts";
import { isSettled } from "../../domain/authenticator.ts";
import { isClosed } from "../../domain/deletion.ts";
import { linkSuspensions } from "../../domain/link-suspension.ts";
import type { Operator } from "../../domain/operator.ts";
import type { ViewedAccount } from "../../services/helpdesk/view-account.ts";
import { securityKeyViews } from "./security-key.ts";

type View = z.input<typeof viewedAccount>;

const stateOf = (account: Account): View["state"] => {
  if (isClosed(account)) return "being-deleted";
  if (account.deletion !== undefined) return "deletion-requested";
  return account.passwordBlockedAt === undefined ? "active" : "password-blocked";
};

const linkOf = ({ link }: Account): View["link"] =>
  link && { linkedAt: link.linkedAt, state: link.state, suspendedFor: [...linkSuspensions(link)] };

const eventOf = ({ id, at, action, actor, operator, reason, cause }: AuditEvent): View["events"][number] => ({
  id,
  at,
  action,
  actor,
  operator,
  reason,
  cause,
});

/** What an operator sees. Property by property: no name, date, address or contact gets in by itself. */
export const viewedAccountView = (
  { records, events, checks, failedChecks }: ViewedAccount,
  operator: Pick<Operator, "id">,
  now: string,
): View => {
  const { account, authenticators, verifications } = records;
  const { passed } = checks ?? {};
  return {
    id: account.id,
    username: account.username,
    language: account.language,
    createdAt: account.createdAt,
    state: stateOf(account),
    emailUndeliverable: account.email.undeliverable !== undefined,
    validation: account.validation,
    link: linkOf(account),
    waitsForNia: !authenticators.every(isSettled),
    keys: securityKeyViews(records).map(({ modelName, level, createdAt, lastUsedAt, clonedAt, link }) => ({
      modelName,
      level,
      createdAt,
      lastUsedAt,
      clonedAt,
      link,
    })),
    verifications: verifications
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
      .map(({ id, method, state, createdAt, deadline, stopReason }) => ({
        id,
        method,
        state,
        createdAt,
        deadline,
        stopReason,
      })),
    failedChecks,
    call:
      passed !== undefined && passed.operatorId === operator.id && passed.until > now
        ? { callId: passed.callId, until: passed.until }
        : undefined,
    events: events.map(eventOf),
  };
};
