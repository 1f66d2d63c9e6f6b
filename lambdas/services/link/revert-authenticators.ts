import { NiaOutcomeUnknown } from "../../domain/errors.ts";
import { beginUndoing, keyEnded, mayStillArrive } from "../../domain/verification-steps.ts";
import type { KeyRegistration, Verification } from "../../domain/verification.ts";
import type { Nia } from "../ports/nia.ts";
import { audited, type Writing } from "../writing.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";
import { callingNia } from "./nia-failures.ts";

interface Undoing {
  verification: Verification;
  pseudonym: string;
  registration: KeyRegistration;
}

/**
 * Task `revert-authenticators`: ends every key of this attempt that is, or may be, at NIA: also those whose outcome is
 * unknown. That it is undone is stored first, so that an execution which takes over does not register them again. A
 * record that does not exist is as good as ended, unless the call that makes it may still be on its way: then
 * `NiaOutcomeUnknown` is thrown, and it is ended later. One key a round, so that each is remembered.
 */
export const makeRevertAuthenticators = (writing: Writing & { nia: Nia }) => {
  const endAtNia = async ({ verification, pseudonym, registration }: Undoing): Promise<string | undefined> =>
    await callingNia(writing, verification, async () => {
      const { outcome, correlationId } = await writing.nia.changeAuthenticator({
        pseudonym,
        authenticatorId: registration.authenticatorId,
        state: "Ukonceny",
        message: "linking was not completed",
      });
      if (outcome === "no-such-record" && mayStillArrive(registration, writing.clock()))
        throw new NiaOutcomeUnknown("a record may still come to be", correlationId);
      return correlationId;
    });

  const endOne = async (undoing: Undoing): Promise<void> => {
    const { verification, registration } = undoing;
    const { keyId, outcome, triedAt } = registration;
    const isNeverTried = outcome === "pending" && triedAt === undefined;
    if (isNeverTried) return await writing.records.commit([{ put: keyEnded(verification, keyId) }]);
    const correlationId = await endAtNia(undoing);
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

  const begin = async (verification: Verification, failure: string): Promise<void> => {
    if (verification.undoing === undefined)
      await writing.records.commit([{ put: beginUndoing(verification, failure) }]);
  };

  const endAll = async (input: TaskInput): Promise<void> => {
    const { verification } = await loadForTask(writing.records, input);
    const { pseudonym } = verification;
    const registration = verification.registrations.find(({ outcome }) => outcome !== "ended");
    // Without a pseudonym nothing was ever written at NIA.
    if (registration === undefined || pseudonym === undefined) return;
    await endOne({ verification, pseudonym, registration });
    await endAll(input);
  };

  return async (input: TaskInput & { failure: string }): Promise<void> => {
    const { verification } = await loadForTask(writing.records, input);
    // A link that was committed is not undone.
    if (verification.state !== "completing") return;
    await begin(verification, input.failure);
    await endAll(input);
  };
};
