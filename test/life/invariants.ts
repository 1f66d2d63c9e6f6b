import { isSettled } from "../../lambdas/domain/authenticator.ts";
import { isLinked } from "../../lambdas/domain/security-key.ts";
import { isOpen } from "../../lambdas/domain/verification.ts";
import type { Life } from "./life.ts";

const atNia = { active: "Aktivni", suspended: "Neaktivni", ended: "Ukonceny" } as const;

/** What must hold once the troubles are over; each breach in a line. */
export const breaches = ({ world, nia, machines, sent }: Life): string[] => {
  const { records } = world;
  const accounts = records.all("account");
  const keys = records.all("security-key");
  const authenticators = records.all("authenticator");
  const verifications = records.all("verification");
  const cases = records.all("operator-case").filter(({ state }) => state === "open");
  const hasCase = (accountId: string) => cases.some((one) => one.accountId === accountId);
  const found: string[] = [];
  const demand = (holds: boolean, breach: string) => {
    if (!holds) found.push(breach);
  };

  // NIA holds exactly what is linked, suspended or explained.
  for (const { pseudonym, id, state } of nia.held.values()) {
    if (state === "Ukonceny") continue;
    const record = authenticators.find((one) => one.id === id && one.pseudonym === pseudonym);
    const explained = record !== undefined && (atNia[record.wanted] === state || hasCase(record.accountId));
    demand(explained, `NIA holds ${id} as ${state}, and here it is ${record?.wanted ?? "unknown"}`);
    const key = keys.find((one) => one.link?.authenticatorId === id && isLinked(one));
    demand(
      key !== undefined || record === undefined || hasCase(record.accountId),
      `NIA holds ${id} of no linked key`,
    );
  }
  for (const key of keys.filter(isLinked)) {
    const record = authenticators.find(({ id }) => id === key.link?.authenticatorId);
    const state = record && nia.held.get(`${record.pseudonym}|${record.id}`)?.state;
    const fits = key.link !== undefined && state === atNia[key.link.state];
    demand(
      fits || hasCase(key.accountId),
      `key ${key.id} is ${key.link?.state}, NIA says ${state ?? "nothing"}`,
    );
  }
  for (const { id, link, deletion } of accounts) {
    const linked = keys.some((key) => key.accountId === id && isLinked(key));
    demand(
      (link !== undefined) === linked || deletion !== undefined,
      `account ${id}: link and keys disagree`,
    );
  }

  // An answer counts once, be it an office's or the portal's.
  for (const { id } of verifications) {
    const answers = records.audit.filter(
      ({ action, verificationId }) => action === "registry-data-recorded" && verificationId === id,
    );
    demand(answers.length <= 1, `verification ${id}: ${answers.length} answers were recorded`);
  }

  // No pseudonym on two accounts, and each claimed by its own.
  const linkedAs = accounts.flatMap(({ link }) => link?.pseudonym ?? []);
  demand(new Set(linkedAs).size === linkedAs.length, "a pseudonym is on two accounts");
  const claims = records.all("claim").filter(({ kind }) => kind === "pseudonym");
  for (const { id, link } of accounts)
    demand(
      link === undefined || claims.some((claim) => claim.value === link.pseudonym && claim.accountId === id),
      `account ${id}: its pseudonym is not claimed`,
    );

  // Nothing is stuck without an operator's case.
  for (const one of authenticators)
    demand(
      isSettled(one) || (one.givenUpAt !== undefined && hasCase(one.accountId)),
      `NIA is not told of ${one.id}`,
    );
  for (const one of verifications.filter(isOpen)) {
    const { accountId, id: verificationId, attempt } = one;
    const runs = machines.isRunning({ machine: "link-account", accountId, verificationId, attempt });
    demand(runs, `verification ${verificationId} is ${one.state}, and nothing works on it`);
    demand(one.state !== "completing", `verification ${verificationId} is still completing`);
  }

  // Every change has its audit event and its message, and no message is lost.
  for (const item of records.all("outbox-item"))
    demand(
      item.deliveredAt !== undefined || item.givenUpAt !== undefined,
      `${item.channel} ${item.id} is lost`,
    );
  // Only an office needs to be gone to later: who goes to the portal is there at once.
  const told = (action: string) =>
    records.audit.filter(
      (event) =>
        event.action === action && !(action === "verification-created" && event.reason === "eobcanka"),
    );
  for (const [action, template] of [
    ["account-linked", "linked"],
    ["account-unlinked", "unlinked"],
    ["verification-created", "verification-created"],
  ] as const) {
    const mails = sent.filter((mail) => mail.endsWith(` ${template}`)).length;
    const lost = records
      .all("outbox-item")
      .filter(
        (item) => item.channel === "mail" && item.template === template && item.givenUpAt !== undefined,
      );
    demand(
      mails + lost.length >= told(action).length,
      `${action}: ${told(action).length} events, ${mails} mails`,
    );
  }
  for (const { id, link } of accounts) {
    const own = (action: string) => told(action).filter((event) => event.accountId === id).length;
    const linkedNow = own("account-linked") > 0 && link !== undefined;
    demand(link === undefined || linkedNow, `account ${id} is linked, and the audit log does not say so`);
  }

  // A deleted account leaves only audit events.
  for (const { accountId = "" } of told("account-deleted")) {
    const left = [...keys, ...authenticators, ...verifications, ...records.all("claim")].filter(
      (row) => row.accountId === accountId,
    );
    demand(left.length === 0, `account ${accountId} is deleted and has ${left.length} rows`);
  }
  return found;
};
