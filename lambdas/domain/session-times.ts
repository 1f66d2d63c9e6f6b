import type { IsoInstant } from "./person.ts";
import type { Session } from "./records.ts";

/** How long a session lives, in seconds. */
export interface SessionTimes {
  /** Without any request. */
  idle: number;
  /** In all. */
  absolute: number;
}

/** How old the noted last use may be before it is noted anew, in seconds: not each request is a write. */
const TOUCH_AFTER = 300;

const secondsSince = (instant: IsoInstant, now: IsoInstant) => (Date.parse(now) - Date.parse(instant)) / 1000;

export const isAlive = (session: Session, times: SessionTimes, now: IsoInstant): boolean =>
  now < session.expiresAt && secondsSince(session.lastUsedAt, now) < times.idle;

export const wantsTouch = (session: Session, now: IsoInstant): boolean =>
  secondsSince(session.lastUsedAt, now) > TOUCH_AFTER;

export const secondsAfter = (instant: IsoInstant, seconds: number): IsoInstant =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
