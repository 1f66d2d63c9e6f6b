import { requireOthersCase } from "../../domain/case-decisions.ts";
import type { UnmatchedAnswer } from "../../domain/box-message.ts";
import { type Awaiting, type Suggestion, suggestVerifications } from "../../domain/near-codes.ts";
import { requireMay } from "../../domain/operator-rights.ts";
import type { Person, ReferenceData } from "../../domain/person.ts";
import type { OperatorCase } from "../../domain/records.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { Verification } from "../../domain/verification.ts";
import type { Records } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";
import { loadCase } from "./close-case.ts";

/** A case with what a decision on it needs to know. */
export interface ShownCase {
  found: OperatorCase;
  /** Of the account that it is about. */
  username?: string;
  verification?: Pick<Verification, "id" | "state" | "stopReason" | "createdAt" | "code">;
  /** Of a verification that is held: whom the account and the registry say. */
  people?: { account: Person; registry: ReferenceData };
  answer?: UnmatchedAnswer;
  /** Verifications that the answer may be for, and whose they are, the likeliest first. */
  suggestions: (Suggestion & { username: string; code: string })[];
  /** Whose verification is asked for. */
  proposedFor?: string;
}

const usernameOf = async (records: Records, accountId: string | undefined): Promise<string | undefined> =>
  accountId === undefined ? undefined : (await records.get("account", { id: accountId }))?.username;

/** Verifications that wait for an office's answer, with their owners. */
const awaitingAnswers = async (records: Records): Promise<(Awaiting & { username: string })[]> => {
  const open = await records.waiting("verification");
  const waiting = open.filter(({ state }) => state === "awaiting-registry-data");
  const owned = waiting.map(async ({ accountId, id, code }) => {
    const account = await records.get("account", { id: accountId });
    if (account === undefined || code === undefined) return [];
    return [{ accountId, verificationId: id, code, person: account.person, username: account.username }];
  });
  return (await Promise.all(owned)).flat();
};

const suggestionsFor = async (
  records: Records,
  answer: UnmatchedAnswer,
): Promise<ShownCase["suggestions"]> => {
  const awaiting = await awaitingAnswers(records);
  return suggestVerifications(answer, awaiting).flatMap((one) => {
    const owner = awaiting.find(({ verificationId }) => verificationId === one.verificationId);
    return owner === undefined ? [] : [{ ...one, username: owner.username, code: owner.code }];
  });
};

const aboutAccount = async (records: Records, { kind, accountId, verificationId }: OperatorCase) => {
  const loaded = accountId === undefined ? undefined : await records.account(accountId);
  if (loaded === undefined) return {};
  const { account, verifications } = loaded;
  const verification = verifications.find(({ id }) => id === verificationId);
  const registry = kind === "identity-review" ? verification?.registryData : undefined;
  return {
    username: account.username,
    ...(verification === undefined ? {} : { verification }),
    ...(registry === undefined ? {} : { people: { account: account.person, registry } }),
  };
};

/**
 * One case, whole: its account's owner sees that it was looked at. An answer is shown with what it may be for. Throws
 * `RoleNotEnough`, `OwnAccount`, `NotFound`.
 */
export const makeShowCase =
  (writing: Writing) =>
  async ({ actor, caseId }: { actor: Actor; caseId: string }): Promise<ShownCase> => {
    const { records, clock } = writing;
    requireMay(actor, "see-cases");
    const found = await loadCase(records, caseId);
    requireOthersCase(actor, found, found.proposal);
    const { accountId, messageId, proposal } = found;
    const message = messageId === undefined ? undefined : await records.get("box-message", { id: messageId });
    const answer = found.state === "open" ? message?.answer : undefined;
    const proposedFor = await usernameOf(
      records,
      proposal?.decision === "assign" ? proposal.accountId : undefined,
    );
    const shown = {
      found,
      ...(await aboutAccount(records, found)),
      ...(answer === undefined ? {} : { answer }),
      suggestions: answer === undefined ? [] : await suggestionsFor(records, answer),
      ...(proposedFor === undefined ? {} : { proposedFor }),
    };
    await records.commit([
      audited(writing, clock(), {
        action: accountId === undefined ? "case-viewed" : "account-viewed",
        actor: "operator",
        operator: actor.id,
        reason: `case ${found.kind}`,
        ...(accountId === undefined ? {} : { accountId }),
      }),
    ]);
    return shown;
  };
