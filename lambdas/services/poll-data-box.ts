import { DataBoxRefused, DataBoxUnavailable } from "../domain/errors.ts";
import type { IsoInstant } from "../domain/person.ts";
import type { BoxCursor } from "../domain/box-message.ts";
import { type Finished, type Handling, finishArchived, handleListed } from "./data-box/handle-message.ts";
import { endLease, takeLease } from "./data-box/lease.ts";
import type { ReceivedMessage } from "./ports/data-box.ts";

const HOUR_MS = 3_600_000;
/** Messages may show up a little after the time they bear; what is seen twice is known by its id. */
const OVERLAP_MS = 2 * HOUR_MS;
/** The first round looks back as far as messages are kept (isds.md, 4.1). */
const KEPT_MS = 90 * 24 * HOUR_MS;

export interface PollResult {
  /** `busy`: another poller holds the lease. `nobody-allowed`: no sender is on the list, so nothing was asked for. */
  outcome: "done" | "busy" | "nobody-allowed";
  counts: Record<Finished, number>;
  /** What the next round has to come back to, by message id and name of the error. */
  unfinished: { messageId: string; why: string }[];
}

interface Round {
  result: PollResult;
  seenUntil: IsoInstant | undefined;
}

const emptyResult = (outcome: PollResult["outcome"]): PollResult => ({
  outcome,
  counts: { matched: 0, quarantined: 0, skipped: 0, known: 0 },
  unfinished: [],
});

/** Whether the message is finished; what goes wrong with it alone is noted, and the round goes on. */
const attempt = async (result: PollResult, id: string, work: () => Promise<Finished>): Promise<boolean> => {
  try {
    result.counts[await work()] += 1;
    return true;
  } catch (error) {
    if (error instanceof DataBoxUnavailable || error instanceof DataBoxRefused) throw error;
    result.unfinished.push({ messageId: id, why: error instanceof Error ? error.name : "unknown" });
    return false;
  }
};

/** Messages that an earlier round archived and did not come to read. */
const resumeArchived = async (handling: Handling, { result }: Round): Promise<void> => {
  for (const message of await handling.records.waiting("box-message"))
    await attempt(result, message.id, () => finishArchived(handling, message));
};

const listSince = ({ seenUntil }: BoxCursor, now: IsoInstant): IsoInstant => {
  const from = seenUntil === undefined ? Date.parse(now) - KEPT_MS : Date.parse(seenUntil) - OVERLAP_MS;
  return new Date(from).toISOString();
};

/** The cursor passes a message only once that one, and all before it, are finished. */
const handleAll = async (handling: Handling, round: Round, messages: ReceivedMessage[]): Promise<void> => {
  const now = handling.clock();
  const tried = new Set(round.result.unfinished.map(({ messageId }) => messageId));
  let allFinished = true;
  for (const message of messages) {
    const finished =
      !tried.has(message.id) &&
      (await attempt(round.result, message.id, () => handleListed(handling, message)));
    allFinished &&= finished;
    const seen = message.deliveredAt < now ? message.deliveredAt : now;
    if (allFinished && seen > (round.seenUntil ?? "")) round.seenUntil = seen;
  }
};

const runRound = async (handling: Handling, cursor: BoxCursor, round: Round): Promise<void> => {
  await resumeArchived(handling, round);
  await handleAll(handling, round, await handling.dataBox.received(listSince(cursor, handling.clock())));
};

/**
 * One round of the data box: finishes what earlier rounds left, then takes what has come since. Only one round runs
 * at a time (the lease must outlast the function's own timeout), and none loses a message, wherever it breaks off.
 *
 * With no sender allowed it does not even list, for listing is legal delivery; once one is, all is there to be read.
 * Throws `DataBoxUnavailable` where the box does not answer, and `DataBoxRefused` where the credentials are wrong: the
 * round has failed, and the alarm on the function sees it.
 */
export const makePollDataBox =
  (ports: Omit<Handling, "allowedSenders"> & { allowedSenders: readonly string[]; leaseSeconds: number }) =>
  async (): Promise<PollResult> => {
    const handling: Handling = { ...ports, allowedSenders: new Set(ports.allowedSenders) };
    const { records, clock } = ports;
    if (handling.allowedSenders.size === 0) return emptyResult("nobody-allowed");
    const cursor = await takeLease(records, clock, ports.leaseSeconds);
    if (cursor === undefined) return emptyResult("busy");
    const round: Round = { result: emptyResult("done"), seenUntil: cursor.seenUntil };
    try {
      await runRound(handling, cursor, round);
    } finally {
      await endLease(records, clock, cursor, round.seenUntil);
    }
    return round.result;
  };
