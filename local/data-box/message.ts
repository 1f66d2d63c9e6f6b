/** A file of a message. Its name and MIME type are what the sender says, no more. */
export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly metaType: "main" | "enclosure" | "signature" | "meta";
  readonly contentBase64: string;
  /** Carried as an element in dmXMLContent instead of base64. The content must be well-formed XML. */
  readonly asElement?: boolean;
}

/** What is done to the seal of the signed message. */
export const seals = ["valid", "none", "foreign", "tampered"] as const;
export type SealKind = (typeof seals)[number];

/** States of a message (isds.md, 5): in the box, by fiction, by login, read, content deleted. */
export type MessageState = 4 | 5 | 6 | 7 | 9;

/** What a sender sends. */
export interface Letter {
  readonly senderBoxId: string;
  readonly sender: string;
  readonly senderAddress: string;
  /** 10–19 public authority, 0 the system itself. */
  readonly senderType: number;
  readonly annotation: string;
  readonly senderRefNumber: string | null;
  readonly files: readonly Attachment[];
  readonly seal: SealKind;
  /** VoDZ: lies in another service. */
  readonly large: boolean;
  /** specMessFlag: suspected spam. */
  readonly suspicious: boolean;
}

/** A letter in the box. Times are milliseconds since the epoch. */
export interface StoredMessage extends Letter {
  readonly id: string;
  readonly deliveredAt: number;
  acceptedAt: number | null;
  state: MessageState;
}

/** The owner of the box. */
export interface Box {
  readonly id: string;
  readonly ic: string;
  readonly name: string;
}

const DAY = 86_400_000;
/** §17/4 of act 300/2008: delivered by fiction after ten days. */
const FICTION = 10 * DAY;
const RETENTION = 90 * DAY;

/** The state that time alone has brought a message to. */
export function aged(message: StoredMessage, now: number): Pick<StoredMessage, "state" | "acceptedAt"> {
  const { state, acceptedAt, deliveredAt, senderType } = message;
  if (acceptedAt !== null && now - acceptedAt >= RETENTION) return { state: 9, acceptedAt };
  if (state === 4 && senderType !== 0 && now - deliveredAt >= FICTION) {
    return { state: 5, acceptedAt: deliveredAt + FICTION };
  }
  return { state, acceptedAt };
}

/** Attachments in kilobytes, rounded, as the list tells. */
export const sizeInKilobytes = (files: readonly Attachment[]): number =>
  Math.max(1, Math.round(files.reduce((sum, file) => sum + file.contentBase64.length * 0.75, 0) / 1024));
