import { Conflict } from "../../domain/errors.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { BoxCursor } from "../../domain/box-message.ts";
import type { Clock } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";

const later = (at: IsoInstant, seconds: number): IsoInstant =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

/** Whether the change was the first one since the cursor was read. */
const won = async (records: Records, cursor: BoxCursor): Promise<boolean> => {
  try {
    await records.commit([{ put: cursor }]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
};

/** Makes the caller the only poller for that long; undefined while another one is. */
export const takeLease = async (
  records: Records,
  clock: Clock,
  seconds: number,
): Promise<BoxCursor | undefined> => {
  const now = clock();
  const stored = await records.get("box-cursor", {});
  if (stored !== undefined && stored.leaseUntil > now) return undefined;
  const cursor: BoxCursor = {
    ...(stored ?? { type: "box-cursor", version: 0 }),
    leaseUntil: later(now, seconds),
  };
  return (await won(records, cursor)) ? { ...cursor, version: cursor.version + 1 } : undefined;
};

/** Gives the lease back with what has been seen. Where it ran out and another one took it, that one's word stands. */
export const endLease = async (
  records: Records,
  clock: Clock,
  cursor: BoxCursor,
  seenUntil: IsoInstant | undefined,
): Promise<void> => {
  await won(records, { ...cursor, leaseUntil: clock(), ...(seenUntil !== undefined && { seenUntil }) });
};
