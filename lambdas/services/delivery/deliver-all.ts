import type { OutboxItem } from "../../domain/records.ts";
import type { Clock } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";

/** Delivers each item, whatever becomes of the others; throws at the end if any failed, so that they come again. */
export const deliverAll = async (
  deliver: (itemId: string) => Promise<unknown>,
  itemIds: readonly string[],
): Promise<void> => {
  const results = await Promise.allSettled(itemIds.map(async (itemId) => await deliver(itemId)));
  const failures = results
    .filter((result) => result.status === "rejected")
    .map(({ reason }) => reason as unknown);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${itemIds.length} failed`);
};

/** What is older than that and still undelivered: the stream has lost it, or its delivery died. */
export const makeSweep =
  (ports: { records: Records; clock: Clock }, olderThanSeconds: number) =>
  async (channels: readonly OutboxItem["channel"][]): Promise<string[]> => {
    const before = new Date(Date.parse(ports.clock()) - olderThanSeconds * 1000).toISOString();
    const waiting = await ports.records.waiting("outbox-item", before);
    return waiting.filter(({ channel }) => channels.includes(channel)).map(({ id }) => id);
  };
