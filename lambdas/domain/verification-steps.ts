import { WrongState } from "./errors.ts";
import type { IsoInstant, ReferenceData } from "./person.ts";
import type {
  KeyRegistration,
  StopReason,
  TimelineEvent,
  Verification,
  VerificationState,
} from "./verification.ts";

export const requireState = (verification: Verification, ...expected: VerificationState[]): void => {
  if (!expected.includes(verification.state))
    throw new WrongState(`verification is ${verification.state}, expected ${expected.join(" or ")}`);
};

export const note = (verification: Verification, at: IsoInstant, event: TimelineEvent, detail?: string) => [
  ...verification.timeline,
  { at, event, ...(detail === undefined ? {} : { detail }) },
];

export const end = (
  verification: Verification,
  state: "expired" | "cancelled" | "stopped" | "completed",
  at: IsoInstant,
  detail?: string,
): Verification => {
  // The registry's data have served their purpose the moment the verification is over.
  const { registryData: _data, ...rest } = verification;
  return { ...rest, state, endedAt: at, timeline: note(verification, at, state, detail) };
};

/** The office's or the portal's answer has come. A strange one is looked at by operators first. */
export const receiveRegistryData = (
  verification: Verification,
  answer: { person: ReferenceData; answeredBy: string },
  at: IsoInstant,
  needsReview: boolean,
): Verification => {
  requireState(verification, "awaiting-registry-data");
  const received = note(verification, at, "registry-data-received");
  return {
    ...verification,
    registryData: answer.person,
    answeredAt: at,
    answeredBy: answer.answeredBy,
    state: needsReview ? "under-review" : "awaiting-completion",
    timeline: needsReview ? [...received, { at, event: "review-needed" }] : received,
  };
};

/** Two operators hold the registry's person for the account's: the user sees the table. */
export const passReview = (verification: Verification, at: IsoInstant): Verification => {
  requireState(verification, "under-review");
  return { ...verification, state: "awaiting-completion", timeline: note(verification, at, "review-passed") };
};

/** Two operators hold the registry's person for another one. */
export const rejectInReview = (verification: Verification, at: IsoInstant): Verification => {
  requireState(verification, "under-review");
  return stop(verification, "rejected-in-review", at);
};

/** The user has seen the table and wants the link. Each key gets the identifier it will have at NIA. */
export const requestCompletion = (
  verification: Verification,
  { registrations, digest }: { registrations: KeyRegistration[]; digest: string },
  at: IsoInstant,
): Verification => {
  requireState(verification, "awaiting-completion");
  const { stopReason: _reason, pseudonym: _pseudonym, undoing: _undoing, ...rest } = verification;
  return {
    ...rest,
    state: "completing",
    registrations,
    completionRequestedAt: at,
    confirmedDigest: digest,
    timeline: note(verification, at, "completion-requested"),
  };
};

/** NIA knows the person. */
export const identified = (verification: Verification, pseudonym: string, at: IsoInstant): Verification => {
  requireState(verification, "completing");
  return { ...verification, pseudonym, timeline: note(verification, at, "person-identified") };
};

/** NIA is about to be asked to record one key. */
export const keyTried = (verification: Verification, keyId: string, at: IsoInstant): Verification => {
  requireState(verification, "completing");
  return {
    ...verification,
    registrations: verification.registrations.map((registration) =>
      registration.keyId === keyId ? { ...registration, triedAt: at } : registration,
    ),
  };
};

/** Nothing came of asking NIA: the key's registration is what it was before. */
export const keyNotTried = (verification: Verification, before: KeyRegistration): Verification => {
  requireState(verification, "completing");
  return {
    ...verification,
    registrations: verification.registrations.map((one) => (one.keyId === before.keyId ? before : one)),
  };
};

/** How long after it was sent a request may still be carried out: NIA takes none whose Timestamp of 5 minutes is over. */
const LATE_SECONDS = 10 * 60;

/** Whether a registration whose outcome is unknown may still come to be at NIA. */
export const mayStillArrive = ({ outcome, triedAt }: KeyRegistration, now: IsoInstant): boolean =>
  outcome === "pending" && triedAt !== undefined && secondsUntil(now, triedAt) < LATE_SECONDS;

/** The completion has failed for good: from now on it is undone, whoever works on it. */
export const beginUndoing = (verification: Verification, failure: string): Verification => {
  requireState(verification, "completing");
  return { ...verification, undoing: verification.undoing ?? failure };
};

/** NIA has recorded one key. */
export const keyRegistered = (verification: Verification, keyId: string, at: IsoInstant): Verification => {
  requireState(verification, "completing");
  return {
    ...verification,
    registrations: withOutcome(verification.registrations, keyId, "registered"),
    timeline: note(verification, at, "key-registered"),
  };
};

/** NIA has ended one key of a completion that failed. */
export const keyEnded = (verification: Verification, keyId: string): Verification => ({
  ...verification,
  registrations: withOutcome(verification.registrations, keyId, "ended"),
});

const withOutcome = (
  registrations: readonly KeyRegistration[],
  keyId: string,
  outcome: KeyRegistration["outcome"],
): KeyRegistration[] =>
  registrations.map((registration) =>
    registration.keyId === keyId ? { ...registration, outcome } : registration,
  );

/** NIA can't be reached. Said once until something else happens. */
export const waitForNia = (verification: Verification, at: IsoInstant): Verification =>
  verification.timeline.at(-1)?.event === "waiting-for-nia"
    ? verification
    : { ...verification, timeline: note(verification, at, "waiting-for-nia") };

/** Every key is registered and the account is linked. */
export const complete = (verification: Verification, at: IsoInstant): Verification => {
  requireState(verification, "completing");
  return end(verification, "completed", at);
};

/** A completion has failed and every key is ended: the user may try it again. */
export const undoCompletion = (
  verification: Verification,
  reason: StopReason,
  at: IsoInstant,
): Verification => {
  requireState(verification, "completing");
  const { undoing: _undoing, ...rest } = verification;
  return {
    ...rest,
    state: "awaiting-completion",
    stopReason: reason,
    timeline: note(verification, at, "completion-undone", reason),
  };
};

/** It can't go on, whatever the user does: a new verification is needed. */
export const stop = (verification: Verification, reason: StopReason, at: IsoInstant): Verification => {
  requireState(verification, "awaiting-registry-data", "under-review", "awaiting-completion", "completing");
  return { ...end(verification, "stopped", at, reason), stopReason: reason };
};

/** By the user, or for what the user did to the account, at any time but while NIA is being told. */
export const cancel = (verification: Verification, at: IsoInstant, reason?: StopReason): Verification => {
  requireState(verification, "awaiting-registry-data", "under-review", "awaiting-completion");
  const cancelled = end(verification, "cancelled", at, reason);
  return reason === undefined ? cancelled : { ...cancelled, stopReason: reason };
};

/** A wait of the machine ran out: nothing, a reminder, or the end. */
export const onTimeout = (
  verification: Verification,
  reminderSeconds: readonly number[],
  now: IsoInstant,
): { verification: Verification; outcome: "early" | "reminded" | "expired"; daysLeft: number } => {
  const left = secondsUntil(verification.deadline, now);
  const daysLeft = Math.ceil(left / DAY);
  if (left <= 0) return { verification: end(verification, "expired", now), outcome: "expired", daysLeft: 0 };
  const due = reminderSeconds.filter((seconds) => seconds >= left && !isReminded(verification, seconds));
  if (due.length === 0) return { verification, outcome: "early", daysLeft };
  return {
    verification: {
      ...verification,
      remindedSeconds: [...verification.remindedSeconds, ...due],
      timeline: note(verification, now, "reminded"),
    },
    outcome: "reminded",
    daysLeft,
  };
};

/** Seconds until the next reminder or the deadline, at least one. */
export const secondsToWait = (
  verification: Verification,
  reminderSeconds: readonly number[],
  now: IsoInstant,
): number => {
  const left = secondsUntil(verification.deadline, now);
  const next = reminderSeconds
    .filter((seconds) => !isReminded(verification, seconds))
    .map((seconds) => left - seconds);
  return Math.max(1, Math.ceil(Math.min(left, ...next)));
};

const DAY = 86_400;
const secondsUntil = (deadline: IsoInstant, now: IsoInstant): number =>
  (Date.parse(deadline) - Date.parse(now)) / 1000;
const isReminded = (verification: Verification, seconds: number) =>
  verification.remindedSeconds.includes(seconds);

/** Whether the machine waits for somebody in this state. */
export const isWaitingState = (state: VerificationState): boolean =>
  state === "awaiting-registry-data" || state === "under-review" || state === "awaiting-completion";
