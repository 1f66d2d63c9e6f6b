import { Conflict, NiaReplyInvalid } from "../../domain/errors.ts";
import type { FeedCursor } from "../../domain/registry-feed.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Nia, NiaNotification } from "../ports/nia.ts";
import type { Records } from "../ports/records.ts";
import type { Writing } from "../writing.ts";
import { notificationOf } from "./notification-of.ts";
import { type Apply, reportUnreadable, retrySetAside, setAside, tryToApply } from "./set-aside.ts";

export interface ReadFeedSettings {
  /** How long one reader has the feed for itself: longer than the function may run. */
  leaseSeconds: number;
  /** After that many seconds no further page is begun. */
  workSeconds: number;
  /** Accounts that are worked on at a time. */
  atOnce: number;
}

/** `busy`: another one reads. `more`: call again. `done`: read to its end. */
export interface FeedRead {
  outcome: "busy" | "more" | "done";
  notifications: number;
  setAside: number;
}

const byId = (a: { id: string }, b: { id: string }): number => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);
const isAfter = (id: string, lastId: string | undefined): boolean =>
  lastId === undefined || BigInt(id) > BigInt(lastId);

/** Stores the cursor; undefined where another reader has moved it. */
const moveCursor = async (records: Records, cursor: FeedCursor): Promise<FeedCursor | undefined> => {
  try {
    await records.commit([{ put: cursor }]);
    return { ...cursor, version: cursor.version + 1 };
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
};

/** Those of one person in their order, one after the other; different persons have nothing to do with each other. */
const byPerson = (notifications: readonly NiaNotification[]): NiaNotification[][] => [
  ...Map.groupBy(notifications, ({ pseudonym }) => pseudonym).values(),
];

const applyPage = async (
  writing: Writing,
  apply: Apply,
  notifications: readonly NiaNotification[],
  atOnce: number,
): Promise<number> => {
  const persons = byPerson(notifications);
  let kept = 0;
  const work = async () => {
    for (let person = persons.pop(); person !== undefined; person = persons.pop())
      for (const one of person) {
        const notification = notificationOf(one);
        const why = await tryToApply(apply, notification);
        if (why === undefined) continue;
        await setAside(writing, notification, why);
        kept += 1;
      }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return kept;
};

/**
 * Reads NIA's change feed from where it was left, page after page, and applies what is new. The cursor moves once a
 * whole page is dealt with, so a page may be applied again, never left out. The number asked from may or may not be
 * in the answer (nia-soap.md, 8.4). Throws what `Nia` throws, and `NiaReplyInvalid` where a page says that there is
 * more and brings nothing.
 */
export const makeReadFeed = (
  writing: Writing & { nia: Pick<Nia, "notifications"> },
  apply: Apply,
  { leaseSeconds, workSeconds, atOnce }: ReadFeedSettings,
) => {
  const { records, clock, nia } = writing;

  const takeFeed = async (): Promise<FeedCursor | undefined> => {
    const now = clock();
    const stored = await records.get("feed-cursor", {});
    if (stored !== undefined && stored.leaseUntil > now) return undefined;
    const free: FeedCursor = stored ?? { type: "feed-cursor", version: 0, leaseUntil: now };
    return await moveCursor(records, { ...free, leaseUntil: secondsAfter(now, leaseSeconds) });
  };

  const readPage = async (cursor: FeedCursor, read: FeedRead): Promise<FeedCursor | undefined> => {
    const page = await nia.notifications(cursor.lastId);
    const isNew = ({ id }: { id: string }) => isAfter(id, cursor.lastId);
    const news = page.notifications.filter(isNew).toSorted(byId);
    const unreadable = page.unreadable.filter(isNew);
    const ids = [...news, ...unreadable].toSorted(byId).map(({ id }) => id);
    if (page.more && ids.length === 0)
      throw new NiaReplyInvalid("a page of notifications says that there is more and brings nothing");
    for (const { id, why } of unreadable) await reportUnreadable(writing, id, why);
    read.setAside += unreadable.length + (await applyPage(writing, apply, news, atOnce));
    read.notifications += ids.length;
    if (!page.more) read.outcome = "done";
    const lastId = ids.at(-1) ?? cursor.lastId;
    return await moveCursor(records, {
      ...cursor,
      ...(lastId !== undefined && { lastId }),
      ...(!page.more && { readAt: clock() }),
    });
  };

  return async (): Promise<FeedRead> => {
    const read: FeedRead = { outcome: "more", notifications: 0, setAside: 0 };
    const end = secondsAfter(clock(), workSeconds);
    let cursor = await takeFeed();
    if (cursor === undefined) return { ...read, outcome: "busy" };
    try {
      await retrySetAside(writing, apply);
      while (read.outcome === "more" && clock() < end) {
        const moved = await readPage(cursor, read);
        if (moved === undefined) return { ...read, outcome: "busy" };
        cursor = moved;
      }
    } finally {
      await moveCursor(records, { ...cursor, leaseUntil: clock() });
    }
    return read;
  };
};
