import { type Deletion, isQuiet, part } from "../../domain/deletion.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { isForgottenByNia } from "../../domain/unlinking.ts";
import { cancel, isWaitingState } from "../../domain/verification-steps.ts";
import { isOpen } from "../../domain/verification.ts";
import { wantState } from "../authenticators/want-state.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, mailTo, resumeWorkflow, type Writing } from "../writing.ts";

/** Each is three writes at most. */
const AUTHENTICATORS_AT_ONCE = 25;

const cancelOne = (writing: Writing, { verifications }: AccountRecords, at: IsoInstant): Write[] => {
  const open = verifications.find(({ state }) => isWaitingState(state));
  if (open === undefined) return [];
  const next = cancel(open, at);
  const { accountId, id: verificationId } = open;
  return [
    { put: next },
    ...resumeWorkflow(writing, at, next),
    audited(writing, at, {
      action: "verification-cancelled",
      actor: "system",
      accountId,
      verificationId,
      reason: "account-deleted",
    }),
  ];
};

const endAtNia = (writing: Writing, { authenticators, keys }: AccountRecords, at: IsoInstant): Write[] => {
  const ending = authenticators.filter(({ wanted }) => wanted !== "ended").slice(0, AUTHENTICATORS_AT_ONCE);
  const unlinked = keys.flatMap((key) =>
    ending.some(({ id }) => id === key.link?.authenticatorId) && key.link !== undefined
      ? [{ put: { ...key, link: { ...key.link, state: "ended" as const, changedAt: at } } }]
      : [],
  );
  return [...wantState(writing, at, ending, { wanted: "ended", reason: "account-deleted" }), ...unlinked];
};

/** Whether the outside still has to do with the account: a completion under way, or a record that NIA has not ended. */
const isOpenElsewhere = (loaded: AccountRecords): boolean =>
  loaded.verifications.some(isOpen) || !isForgottenByNia(loaded);

/**
 * Nobody logs in any more: what is open is cancelled and NIA told, a transaction at a time. Empty while it waits for
 * NIA, or for requests under way; then the last mail is written, while there still is an address.
 */
export const settleAccount = (
  writing: Writing,
  loaded: AccountRecords,
  deletion: Deletion,
  at: IsoInstant,
): Write[] => {
  const { account } = loaded;
  const steps = [endSessions(loaded), cancelOne(writing, loaded, at), endAtNia(writing, loaded, at)];
  const next = steps.find((writes) => writes.length > 0);
  if (next !== undefined) return next;
  if (isOpenElsewhere(loaded) || !isQuiet(deletion, at)) return [];
  const farewell = mailTo(writing, at, account, "account-deleted");
  return [{ put: part(account, farewell.put.id, at) }, farewell];
};
