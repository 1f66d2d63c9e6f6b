import { MessageInvalid, SealInvalid } from "../../domain/errors.ts";
import { findCodes } from "../../domain/identification-code.ts";
import type { Claim } from "../../domain/records.ts";
import type { BoxMessage } from "../../domain/box-message.ts";
import type {
  MessageArchive,
  OpenSealedMessage,
  ReadRegistryAnswer,
  RegistryAnswer,
} from "../ports/data-box.ts";
import type { Records } from "../ports/records.ts";
import { type Verdict, unreadable } from "./verdict.ts";

/** Records an answer for the verification whose code it carries. Repeating it with the same message is harmless. */
export type RecordRegistryData = (command: {
  accountId: string;
  verificationId: string;
  answer: RegistryAnswer;
  messageId: string;
}) => Promise<"recorded" | "already" | "answered-before" | "not-awaited">;

export interface Reading {
  records: Records;
  archive: MessageArchive;
  openSealed: OpenSealedMessage;
  readAnswer: ReadRegistryAnswer;
  recordRegistryData: RecordRegistryData;
  allowedSenders: ReadonlySet<string>;
}

/** A clerk's note holds one code; a note full of them is an attempt to hit somebody's. */
const MAX_CODES = 20;

/** Kept for people to find whose it is. */
const unmatched =
  ({ messageForRecipient, person }: RegistryAnswer) =>
  (detail: string, ids: { accountId?: string; verificationId?: string } = {}): Verdict => ({
    state: "quarantined",
    openCase: "unmatched-answer",
    detail,
    answer: { note: messageForRecipient, person },
    ...ids,
  });

const claimsOf = async (records: Records, codes: string[]): Promise<Claim[]> => {
  const claims = await Promise.all(codes.map((value) => records.get("claim", { kind: "code", value })));
  return claims.filter((claim) => claim !== undefined);
};

const match = async (
  { records, recordRegistryData }: Reading,
  answer: RegistryAnswer,
  messageId: string,
): Promise<Verdict> => {
  const codes = findCodes(answer.messageForRecipient);
  const fitsNone = unmatched(answer);
  if (codes.length === 0) return fitsNone("no-code");
  if (codes.length > MAX_CODES) return fitsNone("several-codes");
  const [claim, ...others] = await claimsOf(records, codes);
  if (claim?.verificationId === undefined) return fitsNone("unknown-code");
  if (others.length > 0) return fitsNone("several-codes");
  const { accountId, verificationId } = claim;
  const outcome = await recordRegistryData({ accountId, verificationId, answer, messageId });
  if (outcome === "not-awaited" || outcome === "answered-before")
    return fitsNone(outcome, { accountId, verificationId });
  return { state: "matched", verificationId, ...(outcome === "already" && { detail: "already-answered" }) };
};

/**
 * Reads a message as the archive keeps it: seal, sender under the seal, answer, code. What the message can be blamed
 * for is a verdict; everything else is thrown, and the message waits for the next round.
 */
export const readMessage = async (reading: Reading, message: BoxMessage): Promise<Verdict> => {
  const raw = await reading.archive.fetch(message.archiveKey);
  try {
    const sealed = await reading.openSealed(raw);
    if (sealed.id !== message.id) return unreadable("another message under the seal");
    if (!reading.allowedSenders.has(sealed.senderBoxId)) return unreadable("another sender under the seal");
    return await match(reading, reading.readAnswer(sealed), message.id);
  } catch (error) {
    if (error instanceof SealInvalid) return unreadable(`seal: ${error.message}`);
    if (error instanceof MessageInvalid) return unreadable(`content: ${error.message}`);
    throw error;
  }
};
