import { WrongState } from "./errors.ts";
import { requireAnother, requireMay, requireNotOwn } from "./operator-rights.ts";
import type { IsoInstant } from "./person.ts";
import type { OperatorCase } from "./records.ts";
import { type Actor, type Asked, requireAsked } from "./two-persons.ts";

/** What two people decide about a case. */
export type CaseDecision =
  /** The office's answer is for this verification. */
  | { decision: "assign"; accountId: string; verificationId: string }
  /** The registry's person is the account's: the user sees the table. */
  | { decision: "pass" }
  /** It is another one: the verification stops. */
  | { decision: "reject" }
  /** There is nothing to be done. */
  | { decision: "close" };

/** What one operator asks for. */
export type Proposal = Asked & CaseDecision;

/** Kinds that two people decide, and how they may; every other one is worked on by one. */
const decisionsOf: Partial<Record<OperatorCase["kind"], readonly CaseDecision["decision"][]>> = {
  "unmatched-answer": ["assign", "close"],
  "identity-review": ["pass", "reject", "close"],
  "not-me": ["assign", "close"],
};

export const takesTwo = ({ kind }: Pick<OperatorCase, "kind">): boolean => decisionsOf[kind] !== undefined;

/** Throws `WrongState` where it is closed already. */
export const requireOpen = ({ state }: Pick<OperatorCase, "state">): void => {
  if (state !== "open") throw new WrongState("the case is closed already");
};

/** The accounts that a decision on a case touches. */
const accountsOf = ({ accountId }: OperatorCase, decision?: CaseDecision): string[] => [
  ...(accountId === undefined ? [] : [accountId]),
  ...(decision?.decision === "assign" ? [decision.accountId] : []),
];

/** Nobody works on a case of their own account. Throws `OwnAccount`. */
export const requireOthersCase = (
  actor: Pick<Actor, "id" | "ownAccountId">,
  found: OperatorCase,
  decision?: CaseDecision,
): void => {
  for (const accountId of accountsOf(found, decision)) requireNotOwn(actor, accountId);
};

/** The case with what the operator asks for. Throws `RoleNotEnough`, `OwnAccount`, `WrongState`. */
export const propose = (
  found: OperatorCase,
  decision: CaseDecision,
  { actor, id, at }: { actor: Actor; id: string; at: IsoInstant },
): OperatorCase => {
  requireMay(actor, "work-on-case");
  requireOthersCase(actor, found, decision);
  requireOpen(found);
  if (decisionsOf[found.kind]?.includes(decision.decision) !== true)
    throw new WrongState(`a case of ${found.kind} is not decided by ${decision.decision}`);
  if (found.proposal !== undefined) throw new WrongState("something is asked for already");
  return { ...found, proposal: { ...decision, id, by: actor.id, at } };
};

/** What is asked for, where this operator may decide on it. Throws `RoleNotEnough`, `OwnAccount`, `OwnRequest`, `WrongState`. */
export const requireDecidable = (found: OperatorCase, proposalId: string, actor: Actor): Proposal => {
  requireMay(actor, "decide-case");
  requireOpen(found);
  const proposal = requireAsked(found.proposal, proposalId);
  requireOthersCase(actor, found, proposal);
  requireAnother(actor, proposal.by);
  return proposal;
};

/** The case with nothing asked for: turned down by another person. Throws as `requireDecidable`. */
export const turnDown = (found: OperatorCase, proposalId: string, actor: Actor): OperatorCase => {
  requireDecidable(found, proposalId, actor);
  const { proposal: _proposal, ...rest } = found;
  return rest;
};

/** The same by who asked. Throws `WrongState` for everybody else. */
export const takeBack = (found: OperatorCase, proposalId: string, actor: Actor): OperatorCase => {
  requireMay(actor, "work-on-case");
  requireOpen(found);
  const { by } = requireAsked(found.proposal, proposalId);
  if (by !== actor.id) throw new WrongState(`asked for by ${by}`);
  const { proposal: _proposal, ...rest } = found;
  return rest;
};

const outcomes = { assign: "assigned", pass: "passed", reject: "rejected", close: "settled" } as const;

export const outcomeOf = ({ decision }: CaseDecision): (typeof outcomes)[CaseDecision["decision"]] =>
  outcomes[decision];
