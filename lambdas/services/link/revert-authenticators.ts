import { keyEnded } from "../../domain/verification-steps.ts";
import type { KeyRegistration, Verification } from "../../domain/verification.ts";
import type { Nia } from "../ports/nia.ts";
import { audited, type Writing } from "../writing.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";
import { callingNia } from "./nia-failures.ts";

/**
 * Task `revert-authenticators`: ends every key of this attempt that is, or may be, at NIA: also those whose outcome
 * is unknown. That a record does not exist is as good as ended. One key a round, so that each is remembered.
 */
export const makeRevertAuthenticators = (writing: Writing & { nia: Nia }) => {
  const endOne = async (
    verification: Verification,
    pseudonym: string,
    { keyId, authenticatorId }: KeyRegistration,
  ) => {
    const { correlationId } = await callingNia(
      writing,
      verification,
      async () =>
        await writing.nia.changeAuthenticator({
          pseudonym,
          authenticatorId,
          state: "Ukonceny",
          message: "linking was not completed",
        }),
    );
    await writing.records.commit([
      { put: keyEnded(verification, keyId) },
      audited(writing, writing.clock(), {
        action: "key-ended",
        actor: "system",
        accountId: verification.accountId,
        verificationId: verification.id,
        keyId,
        reason: "completion-undone",
        ...(correlationId === undefined ? {} : { correlationId }),
      }),
    ]);
  };

  const revert = async (input: TaskInput): Promise<void> => {
    const { verification } = await loadForTask(writing.records, input);
    const left = verification.registrations.find(({ outcome }) => outcome !== "ended");
    // Without a pseudonym nothing was ever written at NIA; a link that was committed is not undone.
    if (left === undefined || verification.pseudonym === undefined || verification.state !== "completing")
      return;
    await endOne(verification, verification.pseudonym, left);
    await revert(input);
  };
  return revert;
};
