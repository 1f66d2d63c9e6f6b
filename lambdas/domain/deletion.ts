import type { Account } from "./account.ts";
import { WrongState } from "./errors.ts";
import type { IsoInstant } from "./person.ts";
import { secondsAfter } from "./session-times.ts";

/**
 * The way of an account to its end:
 *
 *   requested → ending → parting → purging → (gone)
 *       ↓
 *   cancelled by its owner: as if never asked for
 */
export interface Deletion {
  requestedAt: IsoInstant;
  /** Until then the owner may log in and cancel. */
  dueAt: IsoInstant;
  /** When the owner is reminded; absent once that is done, or where there is no time for it. */
  remindAt?: IsoInstant;
  /**
   * `ending`: nobody logs in any more, NIA is told and what is open is cancelled. `parting`: the last mail is on its
   * way. `purging`: the rows go, the account's own the last.
   */
  step: "requested" | "ending" | "parting" | "purging";
  stepAt: IsoInstant;
  /** The last mail: nothing is removed before it is delivered or given up. */
  farewellId?: string;
}

const REMIND_SECONDS = 3 * 86_400;

/** Longer than any request takes: what was under way when the sessions ended has come to its end by then. */
const QUIET_SECONDS = 60;

type Going = Account & { deletion: Deletion };

const require = (account: Account, expected: Deletion["step"]): Deletion => {
  const { deletion } = account;
  if (deletion?.step !== expected)
    throw new WrongState(`deletion is ${deletion?.step ?? "not asked for"}, expected ${expected}`);
  return deletion;
};

const onward = (account: Account, deletion: Deletion): Going => ({ ...account, deletion });

/** Whether nobody may log in any more. */
export const isClosed = ({ deletion }: Pick<Account, "deletion">): boolean =>
  deletion !== undefined && deletion.step !== "requested";

/** Asked for by the owner. Asking again changes nothing: the time runs from the first. */
export const requestDeletion = (account: Account, at: IsoInstant, graceSeconds: number): Going => {
  if (account.deletion !== undefined) return onward(account, require(account, "requested"));
  const dueAt = secondsAfter(at, graceSeconds);
  const remindAt = secondsAfter(dueAt, -REMIND_SECONDS);
  return onward(account, {
    requestedAt: at,
    dueAt,
    ...(remindAt > at ? { remindAt } : {}),
    step: "requested",
    stepAt: at,
  });
};

/** Taken back by the owner. Throws `WrongState` where it has begun. */
export const cancelDeletion = (account: Account): Account => {
  require(account, "requested");
  const { deletion: _deletion, ...kept } = account;
  return kept;
};

/** The owner has been reminded. */
export const remindOfDeletion = (account: Account): Going => {
  const { remindAt: _done, ...deletion } = require(account, "requested");
  return onward(account, deletion);
};

/** The time is over. */
export const beginDeletion = (account: Account, at: IsoInstant): Going => {
  const { remindAt: _past, ...deletion } = require(account, "requested");
  return onward(account, { ...deletion, step: "ending", stepAt: at });
};

/** Whether no request that began before the sessions ended can be under way. */
export const isQuiet = ({ stepAt }: Deletion, now: IsoInstant): boolean =>
  now >= secondsAfter(stepAt, QUIET_SECONDS);

/** Nothing of the account is open anywhere else: its owner is told that it goes. */
export const part = (account: Account, farewellId: string, at: IsoInstant): Going =>
  onward(account, { ...require(account, "ending"), step: "parting", stepAt: at, farewellId });

/** The owner has been told, or can't be. */
export const beginPurge = (account: Account, at: IsoInstant): Going =>
  onward(account, { ...require(account, "parting"), step: "purging", stepAt: at });

/** When something is to be done about the deletion next. */
export const nextStepAt = ({ step, stepAt, remindAt, dueAt }: Deletion): IsoInstant =>
  step === "requested" ? (remindAt ?? dueAt) : stepAt;
