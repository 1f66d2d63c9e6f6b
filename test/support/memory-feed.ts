import type { Nia, NiaNotification } from "../../lambdas/services/ports/nia.ts";

export const pseudonym = "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01";

/** An entry of the feed: by default of the known pseudonym, without data. */
export const aNotification = (id: number, change: Partial<NiaNotification> = {}): NiaNotification => ({
  id: String(id),
  pseudonym,
  at: "2026-11-22T10:00:00",
  source: "ROBREF",
  text: "Změna referenčních údajů ROB.",
  pseudonymInvalidated: false,
  ...change,
});

export interface MemoryFeed extends Pick<Nia, "notifications"> {
  entries: NiaNotification[];
  /** What each page was asked from. */
  readonly asked: (string | undefined)[];
}

/** NIA's change feed in memory, in pages, with the number asked from in the answer or not. */
export const memoryFeed = (
  entries: NiaNotification[],
  { pageSize = 2, inclusive = true }: { pageSize?: number; inclusive?: boolean } = {},
): MemoryFeed => {
  const feed: MemoryFeed = {
    entries,
    asked: [],
    notifications: async (fromId) => {
      feed.asked.push(fromId);
      const from = fromId === undefined ? -1n : BigInt(fromId);
      const left = feed.entries.filter(({ id }) => BigInt(id) > from || (inclusive && BigInt(id) === from));
      const notifications = left.slice(0, pageSize);
      return { notifications, unreadable: [], more: left.length > pageSize };
    },
  };
  return feed;
};
