import type { IsoInstant } from "./person.ts";
import type { Verification } from "./verification.ts";

/** The times in which no deadline runs: an operator says so during an outage (product.md, "Verification", 4). */
export interface DeadlinePauses {
  type: "deadline-pauses";
  version: number;
  /** Oldest first; the last one may still go on. */
  pauses: { from: IsoInstant; until?: IsoInstant }[];
}

const none: DeadlinePauses = { type: "deadline-pauses", version: 0, pauses: [] };

export const isPaused = ({ pauses }: Pick<DeadlinePauses, "pauses">): boolean =>
  pauses.length > 0 && pauses.at(-1)?.until === undefined;

/** Deadlines stand still from now on. The same where they do already. */
export const pause = (stored: DeadlinePauses | undefined, now: IsoInstant): DeadlinePauses => {
  const before = stored ?? none;
  return isPaused(before) ? before : { ...before, pauses: [...before.pauses, { from: now }] };
};

/** Deadlines run again. The same where they do already. */
export const unpause = (stored: DeadlinePauses | undefined, now: IsoInstant): DeadlinePauses => {
  const before = stored ?? none;
  if (!isPaused(before)) return before;
  return {
    ...before,
    pauses: before.pauses.map((one) => (one.until === undefined ? { ...one, until: now } : one)),
  };
};

const overlap = (
  { from, until }: { from: IsoInstant; until?: IsoInstant },
  [begin, end]: [IsoInstant, IsoInstant],
): number => {
  const last = until === undefined || until > end ? end : until;
  const first = from < begin ? begin : from;
  return Math.max(0, Date.parse(last) - Date.parse(first));
};

/** A verification with its deadline as late as it is by now, for every pause since it began. */
export const withPauses = (
  verification: Verification,
  stored: DeadlinePauses | undefined,
  now: IsoInstant,
): Verification => {
  const lost = (stored?.pauses ?? [])
    .map((one) => overlap(one, [verification.createdAt, now]))
    .reduce((all, one) => all + one, 0);
  if (lost === 0) return verification;
  return { ...verification, deadline: new Date(Date.parse(verification.deadline) + lost).toISOString() };
};
