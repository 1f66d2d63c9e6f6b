import { MessageNotReady, MessageRefused } from "../../domain/errors.ts";
import type { BoxMessage } from "../../domain/box-message.ts";
import type { DataBox, MessageArchive, ReceivedMessage } from "../ports/data-box.ts";
import { type Writing, audited } from "../writing.ts";
import { type Verdict, unreadable } from "./verdict.ts";

/** The administrator's and the operator's own boxes: throttling warnings come from them (isds.md, 7). */
const systemBoxes = new Set(["aaaaaaa", "zzzzzzq"]);

/** For so long a message that can't be had yet is asked for again; then a person looks at it. */
const PATIENCE_MS = 7 * 24 * 3_600_000;

/** What can be said of a message by its line in the list; undefined where it has to be read. */
export const judgeUnread = (
  { senderBoxId, system, large }: ReceivedMessage,
  allowedSenders: ReadonlySet<string>,
): Verdict | undefined => {
  if (system || systemBoxes.has(senderBoxId))
    return { state: "skipped", detail: "system-message", openCase: "system-message" };
  if (!allowedSenders.has(senderBoxId)) return { state: "skipped", detail: "sender-not-allowed" };
  if (large) return unreadable("large-message");
  return undefined;
};

/**
 * Downloads a message and keeps it, with its record, before anything of it is read. Answers the record, or what
 * becomes of a message that can't be had. Throws what the data box throws, `MessageNotReady` while there is hope.
 */
export const archiveMessage = async (
  { dataBox, archive, ...writing }: Writing & { dataBox: DataBox; archive: MessageArchive },
  message: BoxMessage,
): Promise<BoxMessage | Verdict> => {
  let raw: Uint8Array;
  try {
    raw = await dataBox.download(message.id);
  } catch (error) {
    const age = Date.parse(writing.clock()) - Date.parse(message.deliveredAt);
    if (error instanceof MessageRefused || (error instanceof MessageNotReady && age > PATIENCE_MS))
      return unreadable(error.message);
    throw error;
  }
  const archiveKey = await archive.store(message.id, raw);
  const archived: BoxMessage = { ...message, state: "archived", archiveKey };
  const event = { action: "message-archived", actor: "system", reason: `message ${message.id}` } as const;
  await writing.records.commit([{ put: archived }, audited(writing, writing.clock(), event)]);
  return { ...archived, version: archived.version + 1 };
};
