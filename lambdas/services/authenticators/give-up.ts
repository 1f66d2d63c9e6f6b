import { isSettled } from "../../domain/authenticator.ts";
import { retrying } from "../retrying.ts";
import { audited, openCase, type Writing } from "../writing.ts";
import { type AuthenticatorTask, loadAuthenticator } from "./load-authenticator.ts";

/** Task `give-up`: NIA could not be told for days, or says what can't be. An operator's case has it from now on. */
export const makeGiveUp =
  (writing: Writing) =>
  async (input: AuthenticatorTask & { failure: string }): Promise<void> =>
    await retrying(async () => {
      const authenticator = await loadAuthenticator(writing.records, input);
      if (isSettled(authenticator) || authenticator.givenUpAt !== undefined) return;
      const at = writing.clock();
      const { accountId, id, keyId } = authenticator;
      const kind = input.failure === "RecordMissing" ? "nia-record-missing" : "nia-not-told";
      await writing.records.commit([
        { put: { ...authenticator, givenUpAt: at } },
        openCase(writing, at, { kind, accountId, authenticatorId: id }),
        audited(writing, at, { action: "case-opened", actor: "system", accountId, keyId, reason: kind }),
      ]);
    });
