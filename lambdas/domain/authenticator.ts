import { AuthenticatorBusy } from "./errors.ts";
import type { IsoInstant } from "./person.ts";

/** The states that NIA keeps a record in: Aktivni, Neaktivni, Ukonceny. Ended is for good. */
export const authenticatorStates = ["active", "suspended", "ended"] as const;
export type AuthenticatorState = (typeof authenticatorStates)[number];

/** Why NIA is to hold another state; the audit log and the user's messages name it. */
export const authenticatorReasons = [
  "linked",
  "completion-undone",
  "detached",
  "key-removed",
  "two-factor-reset",
  "helpdesk-call",
  "login-reset",
  "account-deleted",
  "model-disqualified",
  "model-restored",
  "key-cloned",
  "pseudonym-invalidated",
  "helpdesk-suspension",
  "suspension-lifted",
] as const;
export type AuthenticatorReason = (typeof authenticatorReasons)[number];

/**
 * NIA's record of one key: what it is to hold, and what it is known to hold. While these differ, an execution of
 * unlink-account tells NIA. What is wanted may change at any time; who tells it always tells the newest.
 */
export interface Authenticator {
  type: "authenticator";
  accountId: string;
  /** IdentifikaceProstredku. */
  id: string;
  version: number;
  keyId: string;
  pseudonym: string;
  wanted: AuthenticatorState;
  wantedAt: IsoInstant;
  reason: AuthenticatorReason;
  /** `unknown` from before a call until its answer is stored. */
  known: AuthenticatorState | "unknown";
  /** When NIA last answered that it holds so. */
  knownAt?: IsoInstant;
  /** Which execution tells NIA: the suffix of its name. An older one does nothing. */
  attempt: number;
  /** When a lost execution was replaced. */
  restartedAt?: IsoInstant;
  /** Until when the one who tells has it for himself: two calls at once could arrive in the wrong order. */
  tellingUntil?: IsoInstant;
  /** NIA could not be told for days: an operator's case has it now, and it is tried again once a day. */
  givenUpAt?: IsoInstant;
  /** The case that was opened last; closed by itself once NIA has been told. */
  caseId?: string;
}

export const isSettled = ({ wanted, known }: Authenticator): boolean => wanted === known;

/** Another state is wanted from now on. Undefined where it is wanted already, or the record has ended. */
export const want = (
  authenticator: Authenticator,
  wanted: AuthenticatorState,
  reason: AuthenticatorReason,
  at: IsoInstant,
): Authenticator | undefined => {
  if (authenticator.wanted === "ended" || authenticator.wanted === wanted) return undefined;
  const { givenUpAt: _case, restartedAt: _restarted, ...rest } = authenticator;
  return { ...rest, wanted, reason, wantedAt: at, attempt: authenticator.attempt + 1 };
};

/** How long one telling may take: longer than the function that does it is let to run. */
export const TELLING_SECONDS = 120;

/**
 * Taken for one call to NIA; from here on nobody knows what it holds until the answer is stored. Throws
 * `AuthenticatorBusy` where another one tells it.
 */
export const takeToTell = (authenticator: Authenticator, now: IsoInstant): Authenticator => {
  const { tellingUntil } = authenticator;
  if (tellingUntil !== undefined && tellingUntil > now)
    throw new AuthenticatorBusy(`another one tells NIA until ${tellingUntil}`);
  const until = new Date(Date.parse(now) + TELLING_SECONDS * 1000).toISOString();
  return { ...authenticator, known: "unknown", tellingUntil: until };
};

/** Whether it is still the one that was taken: what is wanted may have changed, who tells it may not. */
export const isStillTaken = (now: Authenticator, taken: Authenticator): boolean =>
  now.tellingUntil === taken.tellingUntil;

/** NIA has answered that it holds this state now. */
export const told = (
  authenticator: Authenticator,
  known: AuthenticatorState,
  at: IsoInstant,
): Authenticator => {
  const { tellingUntil: _until, ...rest } = authenticator;
  return { ...rest, known, knownAt: at };
};

/** The call has come to nothing there: the next one need not wait. */
export const letGo = (authenticator: Authenticator): Authenticator => {
  const { tellingUntil: _until, ...rest } = authenticator;
  return rest;
};

const DAY_MS = 86_400_000;

/** Whether one that was given up is to be tried once more: as long as it takes, for NIA may have been down for days. */
export const isToBeTriedAgain = ({ givenUpAt }: Authenticator, now: IsoInstant): boolean =>
  givenUpAt !== undefined && Date.parse(now) - Date.parse(givenUpAt) >= DAY_MS;

/** Another execution tells NIA, from the beginning. */
export const tellAgain = (authenticator: Authenticator, at: IsoInstant): Authenticator => {
  const { givenUpAt: _case, ...rest } = authenticator;
  return { ...rest, attempt: authenticator.attempt + 1, restartedAt: at };
};
