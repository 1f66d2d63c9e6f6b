import type { IsoInstant } from "./person.ts";

/** A message of the data box: archived first, then read. */
export interface BoxMessage {
  type: "box-message";
  id: string;
  version: number;
  state: "archived" | "matched" | "quarantined" | "skipped";
  senderBoxId: string;
  deliveredAt: IsoInstant;
  /** Object key of the message as it came; empty where it was never downloaded. */
  archiveKey: string;
  detail?: string;
  verificationId?: string;
}

/** The one poller of the data box: who polls now, and how far it has got. */
export interface BoxCursor {
  type: "box-cursor";
  version: number;
  leaseUntil: IsoInstant;
  seenUntil?: IsoInstant;
}
