import { type StateFile } from "../state-file.ts";
import { type Letter, type StoredMessage, aged } from "./message.ts";
import type { StatusCode } from "./status.ts";

/** A request of GetListOfReceivedMessages. Times are milliseconds, both ends included. */
export interface ListQuery {
  readonly from: number | null;
  readonly to: number | null;
  /** Bit n for state n; -1 for all. */
  readonly statusFilter: number;
  readonly offset: number;
  readonly limit: number | null;
}

export interface NumberedMessage {
  readonly ordinal: number;
  readonly message: StoredMessage;
}

export interface MailboxState {
  readonly nextId: number;
  readonly messages: StoredMessage[];
}

/** The box itself: what lies in it and how each call moves it. */
export interface Mailbox {
  /** Answers the message id. */
  put(letter: Letter, deliveredAt?: number): string;
  /** Delivers whatever lies in the box, then answers the page asked for, by delivery time. */
  list(query: ListQuery): NumberedMessage[];
  /** The message, or the status code that refuses it. */
  open(id: string): StoredMessage | StatusCode;
  mark(id: string): StatusCode;
  /** Everything, newest first, without delivering anything. */
  all(): StoredMessage[];
  clear(): void;
}

export function makeMailbox(file: StateFile<MailboxState>, clock: () => number): Mailbox {
  let { nextId, messages }: MailboxState = file.read() ?? { nextId: 900_000_101, messages: [] };
  const save = (): void => file.write({ nextId, messages });
  const inTheBox = (): StoredMessage[] => {
    const now = clock();
    const here = messages.filter((message) => message.deliveredAt <= now);
    for (const message of here) Object.assign(message, aged(message, now));
    return here.toSorted((a, b) => a.deliveredAt - b.deliveredAt || Number(a.id) - Number(b.id));
  };
  const find = (id: string): StoredMessage | undefined => inTheBox().find((message) => message.id === id);

  return {
    put(letter, deliveredAt = clock()) {
      const id = String(nextId++);
      messages.push({ ...letter, id, deliveredAt, acceptedAt: null, state: 4 });
      save();
      return id;
    },
    list(query) {
      const here = inTheBox();
      for (const message of here) accept(message, clock());
      save();
      return page(
        here.filter((message) => matches(message, query)),
        query,
      );
    },
    open(id) {
      const message = find(id);
      if (message === undefined || message.state === 9) return "1219";
      return message.state < 6 ? "1222" : message;
    },
    mark(id) {
      const message = find(id);
      if (message === undefined || message.state === 9) return "1219";
      if (message.state < 6) return "1222";
      message.state = 7;
      save();
      return "0000";
    },
    all: () => inTheBox().toReversed(),
    clear() {
      messages = [];
      save();
    },
  };
}

function accept(message: StoredMessage, now: number): void {
  if (message.state > 5) return;
  message.state = 6;
  message.acceptedAt ??= now;
}

const matches = ({ state, deliveredAt }: StoredMessage, { from, to, statusFilter }: ListQuery): boolean =>
  (statusFilter === -1 || (statusFilter & (1 << state)) !== 0) &&
  (from === null || deliveredAt >= from) &&
  (to === null || deliveredAt <= to);

function page(found: readonly StoredMessage[], { offset, limit }: ListQuery): NumberedMessage[] {
  const end = limit === null ? found.length : offset - 1 + limit;
  return found.map((message, index) => ({ ordinal: index + 1, message })).slice(offset - 1, end);
}
