import { abandon } from "../../domain/abandoning.ts";
import { cancel } from "../../domain/verification-steps.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, resumeWorkflow, type Writing } from "../writing.ts";
import { loadVerification, type VerificationName } from "./load-verification.ts";

/**
 * The user gives a verification up; a new one may be started at once. Where NIA is being told already, what it has
 * recorded is ended first, and the verification is over then. Throws `WrongState` where it is over otherwise.
 */
export const makeCancelVerification =
  (writing: Writing) =>
  async (command: VerificationName): Promise<void> =>
    await retrying(async () => {
      const { account, verification } = await loadVerification(writing.records, command);
      if (verification.state === "cancelled") return;
      const at = writing.clock();
      const isCompleting = verification.state === "completing";
      const next = isCompleting ? abandon(verification, "withdrawn", at) : cancel(verification, at);
      if (next === verification) return;
      await writing.records.commit([
        { put: next },
        ...resumeWorkflow(writing, at, next),
        // The mail says that it is over, and that it is not while NIA may hold something of it.
        ...(isCompleting
          ? []
          : [mailTo(writing, at, account, "cancelled", { verificationId: verification.id })]),
        audited(writing, at, {
          action: "verification-cancelled",
          actor: "user",
          accountId: account.id,
          verificationId: verification.id,
        }),
      ]);
    });
