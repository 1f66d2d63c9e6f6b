import type { CaseDecision } from "../../domain/case-decisions.ts";
import { NotFound, WrongState } from "../../domain/errors.ts";
import type { OperatorCase } from "../../domain/records.ts";
import type { Actor } from "../../domain/two-persons.ts";
import { passReview, rejectInReview } from "../../domain/verification-steps.ts";
import { loadVerification } from "../link/load-verification.ts";
import { received } from "../link/record-registry-data.ts";
import type { Write } from "../ports/records.ts";
import { audited, mailTo, resumeWorkflow, type Writing } from "../writing.ts";

type Apply<D extends CaseDecision["decision"]> = (
  writing: Writing,
  found: OperatorCase,
  decision: Extract<CaseDecision, { decision: D }>,
  actor: Actor,
) => Promise<Write[]>;

/** The answer goes on as if it had carried the code of this verification. */
const assign: Apply<"assign"> = async (writing, { messageId = "" }, decision) => {
  const message = await writing.records.get("box-message", { id: messageId });
  if (message?.answer === undefined) throw new NotFound("the answer is not there any more");
  const loaded = await loadVerification(writing.records, decision);
  const { answer, ...rest } = message;
  const { verificationId } = decision;
  return [
    ...received(writing, loaded, { person: answer.person, messageId }).writes,
    { put: { ...rest, state: "matched", verificationId, detail: "assigned" } },
  ];
};

const reviewed = async (writing: Writing, found: OperatorCase) => {
  const { accountId = "", verificationId = "" } = found;
  return await loadVerification(writing.records, { accountId, verificationId });
};

const pass: Apply<"pass"> = async (writing, found, _, actor) => {
  const { account, verification } = await reviewed(writing, found);
  const at = writing.clock();
  const next = passReview(verification, at);
  const ids = { accountId: account.id, verificationId: verification.id };
  return [
    { put: next },
    ...resumeWorkflow(writing, at, next),
    mailTo(writing, at, account, "registry-data-received", { verificationId: verification.id }),
    audited(writing, at, { action: "review-passed", actor: "operator", operator: actor.id, ...ids }),
  ];
};

const reject: Apply<"reject"> = async (writing, found, _, actor) => {
  const { account, verification } = await reviewed(writing, found);
  const at = writing.clock();
  const next = rejectInReview(verification, at);
  const reason = "rejected-in-review";
  const ids = { accountId: account.id, verificationId: verification.id };
  return [
    { put: next },
    ...resumeWorkflow(writing, at, next),
    mailTo(writing, at, account, "stopped", { verificationId: verification.id, facts: { reason } }),
    audited(writing, at, {
      action: "verification-stopped",
      actor: "operator",
      operator: actor.id,
      reason,
      ...ids,
    }),
  ];
};

/** Nothing is done; but a verification that is held would be held for good. The answer is of no more use. */
const close: Apply<"close"> = async (writing, found) => {
  const { accountId, verificationId, messageId } = found;
  if (found.kind === "identity-review" && accountId !== undefined && verificationId !== undefined) {
    const held = await writing.records.get("verification", { accountId, id: verificationId });
    if (held?.state === "under-review") throw new WrongState("the verification is held for this case");
  }
  const message =
    messageId === undefined ? undefined : await writing.records.get("box-message", { id: messageId });
  if (message?.answer === undefined) return [];
  const { answer: _answer, ...rest } = message;
  return [{ put: rest }];
};

const applying: { [D in CaseDecision["decision"]]: Apply<D> } = { assign, pass, reject, close };

/** What a decision comes to now, to be written with the case. Throws `WrongState`, `NotFound` where it can't be done. */
export const applied = async (
  writing: Writing,
  found: OperatorCase,
  decision: CaseDecision,
  actor: Actor,
): Promise<Write[]> =>
  await (applying[decision.decision] as Apply<CaseDecision["decision"]>)(writing, found, decision, actor);
