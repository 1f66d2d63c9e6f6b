import { PinWrong } from "../../domain/errors.ts";
import { isSameSecret, pinSubject, requireTriesLeft } from "../../domain/pin.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import type { DerivePin } from "../ports/platform.ts";
import type { Writing } from "../writing.ts";
import type { ConfirmationOutcome } from "./confirm.ts";
import { finishConfirmation, openConfirmation, presentSession } from "./finish-confirmation.ts";

/** The PIN that stands for a touch while the account has no key. */
export const makeConfirmWithPin =
  (writing: Writing & { derivePin: DerivePin }) =>
  async (command: { session: Session; confirmationId: string; pin: string }): Promise<ConfirmationOutcome> =>
    await retrying(async () => {
      const { records, clock, derivePin } = writing;
      const loaded = await loadAccount(records, command.session.accountId);
      const session = presentSession(loaded, command.session);
      const confirmation = openConfirmation(loaded, session, command.confirmationId, clock());
      requireTriesLeft(confirmation.wrongPins);
      const { id, pinRound = 0 } = confirmation;
      const expected = await derivePin(pinSubject("confirmation-pin", id, pinRound));
      if (loaded.keys.length > 0 || pinRound === 0 || !isSameSecret(command.pin, expected)) {
        await records.commit([{ put: { ...confirmation, wrongPins: confirmation.wrongPins + 1 } }]);
        throw new PinWrong("the PIN does not match");
      }
      const { writes, outcome } = finishConfirmation(writing, session, confirmation);
      await records.commit(writes);
      return outcome;
    });
