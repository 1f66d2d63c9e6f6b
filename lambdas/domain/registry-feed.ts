import type { IsoInstant } from "./person.ts";
import type { Notification } from "./notification.ts";

/** The one reader of NIA's change feed: who reads now, and how far it has got. */
export interface FeedCursor {
  type: "feed-cursor";
  version: number;
  leaseUntil: IsoInstant;
  /** NotifikaceIdpId of the last notification that was dealt with. */
  lastId?: string;
  /** When the feed was last read to its end. */
  readAt?: IsoInstant;
}

/** A notification that could not be applied: tried again each time the feed is read, then an operator's. */
export interface SetAsideNotification {
  type: "set-aside-notification";
  /** NotifikaceIdpId. */
  id: string;
  version: number;
  state: "waiting" | "case" | "done";
  why: "unknown-pseudonym" | "not-linked-yet" | "failed";
  notification: Notification;
  setAsideAt: IsoInstant;
  expiresAt: IsoInstant;
}
