/** What came over the wire and what became of it. */
export interface ReceivedMessage {
  readonly at: string;
  readonly what: string;
  readonly issuer?: string;
  /** Why it was refused; the sender is not told. */
  readonly reason?: string;
  readonly activityId?: string;
}

const MOST = 200;

/** The last messages, the newest first. */
export class ReceivedMessages {
  #list: readonly ReceivedMessage[] = [];

  add(message: ReceivedMessage): void {
    this.#list = [message, ...this.#list].slice(0, MOST);
  }

  list(): readonly ReceivedMessage[] {
    return this.#list;
  }

  clear(): void {
    this.#list = [];
  }
}
