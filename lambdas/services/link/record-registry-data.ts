import { isDeepStrictEqual } from "node:util";
import type { Account } from "../../domain/account.ts";
import { needsReview } from "../../domain/compare.ts";
import type { ReferenceData } from "../../domain/person.ts";
import type { StopReason, Verification } from "../../domain/verification.ts";
import { receiveRegistryData, stop } from "../../domain/verification-steps.ts";
import type { RegistryAnswer } from "../ports/data-box.ts";
import type { Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, openCase, resumeWorkflow, type Writing } from "../writing.ts";
import { loadVerification, type VerificationName } from "./load-verification.ts";

export type RecordOutcome = "recorded" | "already" | "answered-before" | "not-awaited";

/** The person, and what told of them: a message of the data box, or an assertion of NIA's portal. */
export type Told = { person: ReferenceData } & ({ messageId: string } | { assertionId: string });

/** Why the registry's person may not be linked at all (product.md, "Who may link" and "Verification at Czech POINT"). */
const obstacle = (told: Told): StopReason | undefined => {
  const { citizenships, documents } = told.person;
  // NIA's portal tells no citizenship: an identity card is given to citizens only, residence permits are others'.
  if ("assertionId" in told)
    return documents.some(({ type }) => type === "ID") ? undefined : "no-identity-card";
  return citizenships.includes("CZE") ? undefined : "foreigner";
};

const isRepeated = (
  { answeredBy, registryData }: Verification,
  { messageId, person }: { messageId: string; person: ReferenceData },
): boolean => answeredBy === messageId || isDeepStrictEqual(registryData, person);

/**
 * The answer for a verification that waits for it: recorded, its user told, the machine moved on. Where the person is a
 * strange one, two operators look at it first; where nothing can come of it, it stops. Throws `WrongState`.
 */
export const received = (
  writing: Writing,
  { account, verification }: { account: Account; verification: Verification },
  told: Told,
): { next: Verification; writes: Write[] } => {
  const at = writing.clock();
  const { person } = told;
  const reason = obstacle(told);
  const review = needsReview(account.person, person);
  const message = "messageId" in told ? { messageId: told.messageId } : {};
  const answeredBy = "messageId" in told ? told.messageId : told.assertionId;
  const recorded = receiveRegistryData(verification, { person, answeredBy }, at, review);
  const next = reason === undefined ? recorded : stop(recorded, reason, at);
  const ids = { accountId: account.id, verificationId: verification.id };
  const template = next.state === "stopped" ? "stopped" : review ? "review-needed" : "registry-data-received";
  const writes: Write[] = [
    { put: next },
    ...resumeWorkflow(writing, at, next),
    mailTo(writing, at, account, template, {
      verificationId: verification.id,
      ...(reason === undefined ? {} : { facts: { reason } }),
    }),
    audited(writing, at, {
      action: "registry-data-recorded",
      actor: "registry",
      ...ids,
      ...(reason === undefined ? {} : { reason }),
    }),
    ...(next.state === "under-review"
      ? [openCase(writing, at, { kind: "identity-review", ...ids, ...message })]
      : []),
  ];
  return { next, writes };
};

/**
 * Records what the registry says of the person, tells the user and moves the machine on, in one transaction.
 * `already`: by this message or the same words; `answered-before`: by other ones; `not-awaited`: it is over.
 */
export const makeRecordRegistryData =
  (writing: Writing) =>
  async (command: VerificationName & { answer: RegistryAnswer; messageId: string }): Promise<RecordOutcome> =>
    await retrying(async () => {
      const loaded = await loadVerification(writing.records, command);
      const { verification } = loaded;
      const answer = { person: command.answer.person, messageId: command.messageId };
      if (verification.answeredBy !== undefined)
        return isRepeated(verification, answer) ? "already" : "answered-before";
      if (verification.state !== "awaiting-registry-data") return "not-awaited";
      await writing.records.commit(received(writing, loaded, answer).writes);
      return "recorded";
    });
