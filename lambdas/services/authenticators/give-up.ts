import { isSettled } from "../../domain/authenticator.ts";
import { retrying } from "../retrying.ts";
import { audited, openCase, type Writing } from "../writing.ts";
import { type AuthenticatorTask, loadAuthenticator } from "./load-authenticator.ts";
import { openCaseOf } from "./open-case-of.ts";

/**
 * Task `give-up`: NIA could not be told for days, or says what can't be. An operator's case has it from now on; one that
 * is open already stays the only one.
 */
export const makeGiveUp =
  (writing: Writing) =>
  async (input: AuthenticatorTask & { failure: string }): Promise<void> =>
    await retrying(async () => {
      const authenticator = await loadAuthenticator(writing.records, input);
      if (isSettled(authenticator) || authenticator.givenUpAt !== undefined) return;
      const at = writing.clock();
      const givenUp = { ...authenticator, givenUpAt: at };
      if ((await openCaseOf(writing.records, authenticator)) !== undefined) {
        await writing.records.commit([{ put: givenUp }]);
        return;
      }
      const { accountId, id, keyId } = authenticator;
      const kind = input.failure === "RecordMissing" ? "nia-record-missing" : "nia-not-told";
      const opened = openCase(writing, at, { kind, accountId, authenticatorId: id });
      await writing.records.commit([
        { put: { ...givenUp, caseId: opened.put.id } },
        opened,
        audited(writing, at, { action: "case-opened", actor: "system", accountId, keyId, reason: kind }),
      ]);
    });
