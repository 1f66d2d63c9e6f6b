import { NiaOutcomeUnknown, NiaReplyInvalid, NiaUnavailable } from "../../domain/errors.ts";
import { waitForNia } from "../../domain/verification-steps.ts";
import type { Verification } from "../../domain/verification.ts";
import type { Writing } from "../writing.ts";

/** Whether repeating the same call later may help. */
const isPassing = (error: unknown): boolean =>
  error instanceof NiaUnavailable || error instanceof NiaOutcomeUnknown || error instanceof NiaReplyInvalid;

/** Calls NIA; where that fails for now, the timeline says so once, and the error goes on to the machine's retry. */
export const callingNia = async <T>(
  writing: Writing,
  verification: Verification,
  call: () => Promise<T>,
): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    const waiting = waitForNia(verification, writing.clock());
    if (isPassing(error) && waiting !== verification) await writing.records.commit([{ put: waiting }]);
    throw error;
  }
};
