import type { IsoInstant, ReferenceData } from "./person.ts";

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
  /** Of an answer that fits nothing, as long as two operators may still find whose it is. */
  answer?: UnmatchedAnswer;
}

/** What an answer says: the clerk's note, and the person. */
export interface UnmatchedAnswer {
  note: string;
  person: ReferenceData;
}

/** The one poller of the data box: who polls now, and how far it has got. */
export interface BoxCursor {
  type: "box-cursor";
  version: number;
  leaseUntil: IsoInstant;
  seenUntil?: IsoInstant;
}
