import { PinUsedUp } from "../../domain/errors.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import type { Writing } from "../writing.ts";
import { sendContactPin } from "./change-contact.ts";
import { openChange } from "./open-change.ts";

const ROUNDS = 6;

/** Another PIN to the new contact; the one before is void, wrong tries stay counted. Throws `PinUsedUp`. */
export const makeResendContactPin =
  (writing: Writing) =>
  async (command: { accountId: string; changeId: string }): Promise<void> =>
    await retrying(async () => {
      const { records, clock } = writing;
      const loaded = await loadAccount(records, command.accountId);
      const change = openChange(loaded, command.changeId, clock());
      if (change.round >= ROUNDS) throw new PinUsedUp("too many PINs were sent");
      const next = { ...change, round: change.round + 1 };
      await records.commit([{ put: next }, sendContactPin(writing, next)]);
    });

/** Ends a change that waits for its PIN; one that is not there any more needs no end. */
export const makeCancelContactChange =
  (writing: Writing) =>
  async (command: { accountId: string; changeId: string }): Promise<void> =>
    await retrying(async () => {
      const { contactChanges } = await loadAccount(writing.records, command.accountId);
      const ended = contactChanges.filter(({ id }) => id === command.changeId);
      if (ended.length > 0) await writing.records.commit(ended.map((remove) => ({ remove })));
    });
