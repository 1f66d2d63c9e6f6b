import type { IsoInstant } from "../../domain/person.ts";
import type { Session } from "../../domain/records.ts";
import { secondsAfter, type SessionTimes } from "../../domain/session-times.ts";
import type { RandomBytes } from "../ports/platform.ts";
import { hashOf, makeToken } from "./token.ts";

/** A new session and the token that opens it; the token itself is stored nowhere. */
export const newSession = (
  random: RandomBytes,
  times: SessionTimes,
  at: IsoInstant,
  details: Pick<Session, "accountId" | "method" | "userAgent">,
): { session: Session; token: string } => {
  const token = makeToken(details.accountId, random);
  return {
    token,
    session: {
      type: "session",
      id: hashOf(token),
      version: 0,
      createdAt: at,
      lastUsedAt: at,
      expiresAt: secondsAfter(at, times.absolute),
      confirmed: [],
      ...details,
    },
  };
};

/** The same session under a new token, as at each step up of its rights. */
export const rotated = (
  random: RandomBytes,
  session: Session,
  confirmed: Session["confirmed"],
): { session: Session; token: string } => {
  const token = makeToken(session.accountId, random);
  return { token, session: { ...session, id: hashOf(token), version: 0, confirmed } };
};
