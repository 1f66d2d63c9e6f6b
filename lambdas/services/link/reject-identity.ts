import { stop } from "../../domain/verification-steps.ts";
import { WrongState } from "../../domain/errors.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, openCase, resumeWorkflow, type Writing } from "../writing.ts";
import { loadVerification, type VerificationName } from "./load-verification.ts";

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
      const ids = { accountId: account.id, verificationId: verification.id };
      await writing.records.commit([
        { put: next },
        ...resumeWorkflow(writing, at, next),
        openCase(writing, at, { kind: "not-me", ...ids }),
        mailTo(writing, at, account, "stopped", {
          verificationId: verification.id,
          facts: { reason: "not-me" },
        }),
        audited(writing, at, { action: "verification-stopped", actor: "user", reason: "not-me", ...ids }),
      ]);
    });
