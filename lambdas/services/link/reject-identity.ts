import type { BoxMessage } from "../../domain/box-message.ts";
import { stop } from "../../domain/verification-steps.ts";
import { WrongState } from "../../domain/errors.ts";
import type { Verification } from "../../domain/verification.ts";
import type { Records } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, openCase, resumeWorkflow, type Writing } from "../writing.ts";
import { loadVerification, type VerificationName } from "./load-verification.ts";

/** The office's message with what it says: it may be the answer for another person, whose sheet was swapped for this one. */
const answerOf = async (
  records: Records,
  { answeredBy, registryData }: Verification,
): Promise<BoxMessage | undefined> => {
  const message = answeredBy === undefined ? undefined : await records.get("box-message", { id: answeredBy });
  if (message === undefined || registryData === undefined) return undefined;
  return { ...message, answer: { note: "", person: registryData } };
};

/** "This is not me": nothing is updated, the verification stops and an operator's case keeps it. */
export const makeRejectIdentity =
  (writing: Writing) =>
  async (command: VerificationName): Promise<void> =>
    await retrying(async () => {
      const { account, verification } = await loadVerification(writing.records, command);
      if (verification.stopReason === "not-me") return;
      if (verification.state !== "awaiting-completion")
        throw new WrongState(`verification is ${verification.state}, expected awaiting-completion`);
      const at = writing.clock();
      const next = stop(verification, "not-me", at);
      const message = await answerOf(writing.records, verification);
      const ids = { accountId: account.id, verificationId: verification.id };
      await writing.records.commit([
        { put: next },
        ...resumeWorkflow(writing, at, next),
        ...(message === undefined ? [] : [{ put: message }]),
        openCase(writing, at, {
          kind: "not-me",
          ...ids,
          ...(message === undefined ? {} : { messageId: message.id }),
        }),
        mailTo(writing, at, account, "stopped", {
          verificationId: verification.id,
          facts: { reason: "not-me" },
        }),
        audited(writing, at, { action: "verification-stopped", actor: "user", reason: "not-me", ...ids }),
      ]);
    });
