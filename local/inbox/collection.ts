import type { StateFile } from "../state-file.ts";
import { emulatorMessages } from "./emulator-messages.ts";
import type { InboxMessage } from "./message.ts";

/** All messages ever seen, kept where a restart of the emulator can't empty them. */
export interface Collection {
  /** Newest first. */
  all(): readonly InboxMessage[];
  /** Takes over what is new. An emulator that is away is no error: its next answer brings the rest. */
  refresh(): Promise<void>;
}

export function makeCollection(endpoint: string, file: StateFile<InboxMessage[]>): Collection {
  const seen = new Map((file.read() ?? []).map((message) => [message.id, message]));
  let sorted = newestFirst(seen);
  let last = Promise.resolve();

  async function collect(): Promise<void> {
    const found = await emulatorMessages(endpoint, new Date().toISOString()).catch(() => []);
    const fresh = found.filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return;
    for (const message of fresh) seen.set(message.id, message);
    sorted = newestFirst(seen);
    file.write([...seen.values()]);
  }

  return {
    all: () => sorted,
    // After a look under way comes another one: the first may have missed what its caller knows to be there.
    refresh: () => (last = last.then(collect)),
  };
}

/** Of the same instant, what was seen later comes first. */
const newestFirst = (seen: ReadonlyMap<string, InboxMessage>): InboxMessage[] =>
  [...seen.values()].toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
