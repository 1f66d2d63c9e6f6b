import { cancel } from "../../domain/verification-steps.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, resumeWorkflow, type Writing } from "../writing.ts";
import { loadVerification, type VerificationName } from "./load-verification.ts";

/** The user gives a verification up; a new one may be started at once. */
export const makeCancelVerification =
  (writing: Writing) =>
  async (command: VerificationName): Promise<void> =>
    await retrying(async () => {
      const { account, verification } = await loadVerification(writing.records, command);
      if (verification.state === "cancelled") return;
      const at = writing.clock();
      const next = cancel(verification, at);
      await writing.records.commit([
        { put: next },
        ...resumeWorkflow(writing, at, next),
        mailTo(writing, at, account, "cancelled", { verificationId: verification.id }),
        audited(writing, at, {
          action: "verification-cancelled",
          actor: "user",
          accountId: account.id,
          verificationId: verification.id,
        }),
      ]);
    });
