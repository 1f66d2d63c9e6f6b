import type { IsoInstant, ReferenceData } from "../../domain/person.ts";

/** A line of GetListOfReceivedMessages, as far as it is used. */
export interface ReceivedMessage {
  id: string;
  senderBoxId: string;
  deliveredAt: IsoInstant;
  /** A large message needs another service (VoDZ) and is left to an operator. */
  large: boolean;
  /** Sent by the system's own boxes (dmSenderType 0). */
  system: boolean;
}

/** A message whose seal has been verified. Sender and time come from under the seal. */
export interface SealedMessage {
  id: string;
  senderBoxId: string;
  deliveredAt: IsoInstant;
  files: { name: string; content: Uint8Array }[];
}

/** What the office's answer says: the code as the clerk typed it, and the person. */
export interface RegistryAnswer {
  /** "Zpráva pro příjemce": free text that should hold the identification code. */
  messageForRecipient: string;
  person: ReferenceData;
  provision: "one-time" | "permanent";
}

/**
 * The provider's data box over ISDS (isds.md). One call at a time per box: the caller holds the lease.
 *
 * Throws `DataBoxUnavailable` (back off and come again) or `DataBoxRefused` (credentials). Errors carry status codes.
 */
export interface DataBox {
  /** Lists messages delivered since then, oldest first. This call is legal delivery. */
  received(since: IsoInstant): Promise<ReceivedMessage[]>;
  /**
   * The signed message (ZFO) byte for byte. Throws also `MessageNotReady` (come again for this one) and
   * `MessageRefused` (deleted, large or another box's: never repeat).
   */
  download(id: string): Promise<Uint8Array>;
  /** After our own durable save only; harmless when repeated. */
  markDownloaded(id: string): Promise<void>;
}

/** Opens a ZFO: CMS signature to a pinned root, then the XML under it. Throws `SealInvalid` or `MessageInvalid`. */
export type OpenSealedMessage = (raw: Uint8Array) => Promise<SealedMessage>;

/** Finds and reads the answer's XML among a message's files. Throws `MessageInvalid`. */
export type ReadRegistryAnswer = (message: SealedMessage) => RegistryAnswer;

/** Where messages are kept as they came. */
export interface MessageArchive {
  /** Stores and answers the object key. Storing the same message again changes nothing. */
  store(messageId: string, raw: Uint8Array): Promise<string>;
  fetch(archiveKey: string): Promise<Uint8Array>;
}
