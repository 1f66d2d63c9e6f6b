import type { OutboxOutcome } from "../../domain/outbox.ts";
import type { OutboxItem } from "../../domain/records.ts";
import type { Clock, RandomBytes } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import { message } from "../writing.ts";

/** One transaction holds no more; more accounts than that share no phone in good faith. */
const MOST_WARNED = 50;

/** Asks for a mail to each other account with the same phone, once: the item is marked in the same transaction. */
export const warnPhoneHolders = async (
  ports: { records: Records; clock: Clock; random: RandomBytes },
  item: Extract<OutboxItem, { channel: "phone-shared" }>,
): Promise<OutboxOutcome> => {
  const at = ports.clock();
  const holders = await ports.records.holdersOf(item.phone);
  const others = holders.filter((id) => id !== item.accountId).slice(0, MOST_WARNED);
  await ports.records.commit([
    ...others.map((accountId) => message(ports, at, "mail", { template: "phone-shared", accountId })),
    { put: { ...item, deliveredAt: at } },
  ]);
  return "delivered";
};
