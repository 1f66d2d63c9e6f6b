import { NiaError, NiaOutcomeUnknown, NiaReplyInvalid, NiaUnavailable } from "../../domain/errors.ts";
import { waitForNia } from "../../domain/verification-steps.ts";
import type { Verification } from "../../domain/verification.ts";
import type { Write } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";

/** Whether repeating the same call later may help. */
const isPassing = (error: unknown): boolean =>
  error instanceof NiaUnavailable || error instanceof NiaOutcomeUnknown || error instanceof NiaReplyInvalid;

const refusal = (writing: Writing, { accountId, id }: Verification, error: unknown): Write[] =>
  error instanceof NiaError && !isPassing(error)
    ? [
        audited(writing, writing.clock(), {
          action: "nia-refused",
          actor: "system",
          accountId,
          verificationId: id,
          reason: error.name,
          ...(error.correlationId === undefined ? {} : { correlationId: error.correlationId }),
        }),
      ]
    : [];

/**
 * Calls NIA; where that fails for now, the timeline says so once; where NIA refuses, an audit event keeps its number of
 * the call. The error goes on to the machine.
 */
export const callingNia = async <T>(
  writing: Writing,
  verification: Verification,
  call: () => Promise<T>,
): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    const waiting = waitForNia(verification, writing.clock());
    const isNew = isPassing(error) && waiting !== verification;
    const writes = [...(isNew ? [{ put: waiting }] : []), ...refusal(writing, verification, error)];
    if (writes.length > 0) await writing.records.commit(writes);
    throw error;
  }
};
