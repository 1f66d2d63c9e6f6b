import type { IsoInstant } from "./person.ts";
import type { Session } from "./records.ts";

/** Any session, of a user or of an operator. */
type Lasting = Pick<Session, "lastUsedAt" | "expiresAt">;

/** How long a session lives, in seconds. */
export interface SessionTimes {
  /** Without any request. */
  idle: number;
  /** In all. */
  absolute: number;
}

/** How old the noted last use may be before it is noted anew, in seconds: not each request is a write. */
const TOUCH_AFTER = 300;

/** How long a replaced token still reads, in seconds: as long as a request may have been under way. */
const REPLACED_READS = 10;

const secondsSince = (instant: IsoInstant, now: IsoInstant) => (Date.parse(now) - Date.parse(instant)) / 1000;

export const isAlive = (session: Lasting, times: SessionTimes, now: IsoInstant): boolean =>
  now < session.expiresAt && secondsSince(session.lastUsedAt, now) < times.idle;

/** Where sessions are short, their use is noted more often: one in use never ends as idle. */
export const wantsTouch = (session: Lasting, times: SessionTimes, now: IsoInstant): boolean =>
  secondsSince(session.lastUsedAt, now) > Math.min(TOUCH_AFTER, times.idle / 4);

/** Whether a token was replaced only just, so that what was sent with it may still be read. */
export const mayStillRead = ({ replaced }: Session, tokenHash: string, now: IsoInstant): boolean =>
  replaced?.tokenHash === tokenHash && secondsSince(replaced.at, now) < REPLACED_READS;

export const secondsAfter = (instant: IsoInstant, seconds: number): IsoInstant =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
