import type { VerificationMethod } from "./account.ts";
import type { IsoInstant, ReferenceData } from "./person.ts";

/**
 * One attempt to prove who owns the account, for one or more keys.
 *
 *   awaiting-registry-data → awaiting-completion → completing → completed
 *              ↓                  ↓     ↑   ↓          ↓
 *     expired | cancelled        under-review       awaiting-completion (a key was refused, all undone)
 *                              | stopped | cancelled | expired
 */
export const verificationStates = [
  "awaiting-registry-data",
  "under-review",
  "awaiting-completion",
  "completing",
  "completed",
  "expired",
  "cancelled",
  "stopped",
] as const;
export type VerificationState = (typeof verificationStates)[number];

export const openStates: readonly VerificationState[] = [
  "awaiting-registry-data",
  "under-review",
  "awaiting-completion",
  "completing",
];

/** Why a verification stopped or a completion was undone; the web app has a sentence for each. */
export type StopReason =
  | "not-me"
  | "foreigner"
  | "no-identity-card"
  | "another-person"
  | "pseudonym-of-another-account"
  | "person-not-found"
  | "person-ambiguous"
  | "key-refused"
  /** NIA refused the request itself: an operator has to find out why. */
  | "nia-refused"
  | "nia-unavailable"
  | "rejected-in-review"
  /** A key that it was for was removed. */
  | "key-removed"
  /** The account was unlinked. */
  | "unlinked"
  /** The user cancelled it while NIA was being told. */
  | "withdrawn";

export type AbandonReason = Extract<StopReason, "key-removed" | "unlinked" | "withdrawn">;

export type TimelineEvent =
  | "created"
  | "reminded"
  /** The browser went to NIA's portal; it came back with a no. */
  | "portal-asked"
  | "portal-refused"
  | "registry-data-received"
  | "review-needed"
  | "review-passed"
  | "completion-requested"
  | "person-identified"
  | "key-registered"
  | "waiting-for-nia"
  /** What was registered so far is being ended. */
  | "undoing"
  | "key-dropped"
  | "completion-undone"
  | "completed"
  | "expired"
  | "cancelled"
  | "stopped";

/**
 * One key on its way to NIA. Its identifier, and that it is tried, are stored before the call that uses it: a `pending`
 * one that was tried may stand there, one that was not never does.
 */
export interface KeyRegistration {
  keyId: string;
  authenticatorId: string;
  outcome: "pending" | "registered" | "ended";
  /** When NIA was last asked to record it. */
  triedAt?: IsoInstant;
}

/** What the machine waits for, and the token that resumes it. */
export interface Waiting {
  state: VerificationState;
  taskToken: string;
  since: IsoInstant;
}

export interface Verification {
  type: "verification";
  id: string;
  accountId: string;
  version: number;
  method: VerificationMethod;
  keyIds: string[];
  /** Identification code without separators, check character included; `czech-point` only. */
  code?: string;
  state: VerificationState;
  createdAt: IsoInstant;
  deadline: IsoInstant;
  /** Seconds before the deadline for which a reminder has gone out. */
  remindedSeconds: number[];
  /** Which execution works on it: the suffix of the execution's name. Tasks of an older one do nothing. */
  attempt: number;
  /** Counts the waits of the machine, so that a late token never replaces a newer one. */
  lap: number;
  waiting?: Waiting;
  registryData?: ReferenceData;
  answeredAt?: IsoInstant;
  /** The data box message, or the assertion of NIA's portal, that answered. */
  answeredBy?: string;
  completionRequestedAt?: IsoInstant;
  /** The completion failed for this error, and what was registered is being ended: whoever takes over goes on with that. */
  undoing?: string;
  /** Names the table that the user confirmed with it. */
  confirmedDigest?: string;
  pseudonym?: string;
  registrations: KeyRegistration[];
  /** While completing: it is not to be completed any more. What NIA has recorded so far is ended first. */
  abandoned?: AbandonReason;
  stopReason?: StopReason;
  endedAt?: IsoInstant;
  timeline: { at: IsoInstant; event: TimelineEvent; detail?: string }[];
}

export const isOpen = ({ state }: Verification): boolean => openStates.includes(state);
