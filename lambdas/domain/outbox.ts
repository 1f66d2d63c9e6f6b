import type { IsoInstant } from "./person.ts";
import type { OutboxItem } from "./records.ts";

export type OutboxOutcome = "delivered" | "skipped" | "given-up" | "withheld";

/** Longer than any delivery takes. */
const LEASE_SECONDS = 60;
/** With the sweep each minute: some two hours. */
const ATTEMPTS = 120;

/** The item as one's own for a minute; undefined where it is done, given up or in another's hands. */
export const takeItem = (item: OutboxItem | undefined, now: IsoInstant): OutboxItem | undefined => {
  if (item === undefined || item.deliveredAt !== undefined || item.givenUpAt !== undefined) return undefined;
  if (item.leaseUntil !== undefined && item.leaseUntil > now) return undefined;
  const leaseUntil = new Date(Date.parse(now) + LEASE_SECONDS * 1000).toISOString();
  return { ...item, attempts: item.attempts + 1, leaseUntil };
};

/**
 * The item as one that is done with: where it went, and what it said of its owner, is nobody's business any more. So no
 * item outlives an account with more than its id.
 */
export const finished = <I extends OutboxItem>(
  item: I,
  done: Pick<OutboxItem, "deliveredAt" | "givenUpAt">,
): I => {
  const { to: _to, facts: _facts, ...rest }: I & { to?: string; facts?: unknown } = item;
  return { ...(rest as I), ...done };
};

/** After a failure: free to be tried again, or given up. */
export const giveUpAfter = (item: OutboxItem, now: IsoInstant): OutboxItem => {
  const { leaseUntil: _lease, ...rest } = item;
  return item.attempts >= ATTEMPTS ? finished(rest, { givenUpAt: now }) : rest;
};
