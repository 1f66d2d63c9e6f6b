import { CeremonyRefused, KeyCloned } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { recordClone } from "../keys/record-clone.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import type { AuthenticationResponse, Ceremonies } from "../ports/fido.ts";
import type { Writing } from "../writing.ts";
import { askForTouch, candidates, type ConfirmationOutcome } from "./confirm.ts";
import { finishConfirmation, openConfirmation, presentSession } from "./finish-confirmation.ts";

/** One touch of a key for a confirmation login. Where more keys are to be touched, asks for the next. */
export const makeConfirmWithKey =
  (writing: Writing & { ceremonies: Ceremonies }) =>
  async (command: {
    session: Session;
    confirmationId: string;
    response: AuthenticationResponse;
  }): Promise<ConfirmationOutcome> =>
    await retrying(async () => {
      const { records, clock, ceremonies } = writing;
      const { response } = command;
      const loaded = await loadAccount(records, command.session.accountId);
      const session = presentSession(loaded, command.session);
      const confirmation = openConfirmation(loaded, session, command.confirmationId, clock());
      const key = candidates(loaded.keys, confirmation).find(({ id }) => id === response.id);
      const { challenge: asked, askedAt } = confirmation;
      if (key === undefined || asked === undefined || askedAt === undefined)
        throw new CeremonyRefused("not a key that was asked for");

      const { counter } = await ceremonies
        .verifyAuthentication(response, { challenge: asked, askedAt }, key)
        .catch(async (error: unknown) => {
          if (error instanceof KeyCloned) {
            await recordClone(writing, { accountId: key.accountId, keyId: key.id }, async (now) =>
              now.confirmations.filter(({ id }) => id === confirmation.id).map((remove) => ({ remove })),
            );
          }
          throw error;
        });
      const at = clock();
      const used = { put: { ...key, counter, lastUsedAt: at } };
      const touched = {
        ...confirmation,
        keysLeft: confirmation.keysLeft.filter((id) => id !== key.id),
        keysTouched: [...confirmation.keysTouched, key.id],
      };
      if (touched.keysLeft.length > 0) {
        const allowed = candidates(loaded.keys, touched);
        const { challenge, options } = await ceremonies.authenticationOptions(allowed);
        await records.commit([used, { put: { ...touched, challenge, askedAt: at } }]);
        return askForTouch(touched, loaded.keys, options);
      }
      const { writes, outcome } = finishConfirmation(writing, session, touched);
      await records.commit([used, ...writes]);
      return outcome;
    });
