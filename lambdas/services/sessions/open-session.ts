import { MOST_SESSIONS } from "../../domain/most.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Session } from "../../domain/records.ts";
import { isAlive, secondsAfter, type SessionTimes } from "../../domain/session-times.ts";
import type { RandomBytes } from "../ports/platform.ts";
import type { Write } from "../ports/records.ts";
import { newId } from "../writing.ts";
import { hashOf, makeToken } from "./token.ts";

/** A new session and the token that opens it; the token itself is stored nowhere. */
export const newSession = (
  random: RandomBytes,
  times: SessionTimes,
  at: IsoInstant,
  details: Pick<Session, "accountId" | "method" | "userAgent" | "touched">,
): { session: Session; token: string } => {
  const id = newId(random);
  const token = makeToken({ accountId: details.accountId, id }, random);
  return {
    token,
    session: {
      type: "session",
      id,
      version: 0,
      tokenHash: hashOf(token),
      createdAt: at,
      lastUsedAt: at,
      expiresAt: secondsAfter(at, times.absolute),
      confirmed: [],
      ...details,
    },
  };
};

/**
 * Stores a new session in the place of those that are over and, where there are too many, of those not used for the
 * longest time. The account has to be written in the same transaction: then one of two logins at once is tried again.
 */
export const storeSession = (
  opened: Session,
  sessions: readonly Session[],
  times: SessionTimes,
  at: IsoInstant,
): Write[] => {
  const kept = sessions
    .filter((session) => isAlive(session, times, at))
    .toSorted((a, b) => b.lastUsedAt.localeCompare(a.lastUsedAt))
    .slice(0, MOST_SESSIONS - 1);
  return [{ put: opened }, ...sessions.filter((one) => !kept.includes(one)).map((remove) => ({ remove }))];
};

/** The same session under a new token, as at each step up of its rights. */
export const rotated = (
  random: RandomBytes,
  at: IsoInstant,
  session: Session,
  confirmed: Session["confirmed"],
): { session: Session; token: string } => {
  const token = makeToken(session, random);
  const replaced = { tokenHash: session.tokenHash, at };
  return { token, session: { ...session, tokenHash: hashOf(token), replaced, confirmed } };
};
