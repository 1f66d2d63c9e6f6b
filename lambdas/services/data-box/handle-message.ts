import { DataBoxUnavailable } from "../../domain/errors.ts";
import type { BoxMessage } from "../../domain/box-message.ts";
import type { DataBox, ReceivedMessage } from "../ports/data-box.ts";
import type { Writing } from "../writing.ts";
import { type Reading, readMessage } from "./read-message.ts";
import { archiveMessage, judgeUnread } from "./take-message.ts";
import { type Verdict, settle } from "./verdict.ts";

export type Handling = Writing & Reading & { dataBox: DataBox };

/** A message was finished in this round, or before it. */
export type Finished = Verdict["state"] | "known";

const markDownloaded = async (dataBox: DataBox, id: string): Promise<void> => {
  try {
    await dataBox.markDownloaded(id);
  } catch (error) {
    // The mark means nothing in law, and we never ask for it: the message is ours by our own record.
    if (!(error instanceof DataBoxUnavailable)) throw error;
  }
};

/** Reads a message that is in the archive, and finishes it. */
export const finishArchived = async (handling: Handling, message: BoxMessage): Promise<Finished> => {
  const verdict = await readMessage(handling, message);
  await settle(handling, message, verdict);
  await markDownloaded(handling.dataBox, message.id);
  return verdict.state;
};

/** Skipped for its sender, who has been allowed since. */
const isAllowedNow = (known: BoxMessage, { allowedSenders }: Handling): boolean =>
  known.state === "skipped" && known.detail === "sender-not-allowed" && allowedSenders.has(known.senderBoxId);

/**
 * Takes a listed message as far as it goes: each step is stored before the next one, so that whoever comes after a
 * crash goes on from there. Throws where the message has to wait for another round.
 */
export const handleListed = async (handling: Handling, listed: ReceivedMessage): Promise<Finished> => {
  const { id, senderBoxId, deliveredAt } = listed;
  const known = await handling.records.get("box-message", { id });
  if (known?.state === "archived") return await finishArchived(handling, known);
  if (known !== undefined && !isAllowedNow(known, handling)) return "known";

  const version = known?.version ?? 0;
  const unread = { type: "box-message", id, version, senderBoxId, deliveredAt, archiveKey: "" } as const;
  const taken =
    judgeUnread(listed, handling.allowedSenders) ??
    (await archiveMessage(handling, { ...unread, state: "archived" }));
  if ("type" in taken) return await finishArchived(handling, taken);
  await settle(handling, { ...unread, state: "archived" }, taken);
  return taken.state;
};
