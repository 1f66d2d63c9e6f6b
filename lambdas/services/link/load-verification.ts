import { NotFound, Superseded } from "../../domain/errors.ts";
import type { Verification } from "../../domain/verification.ts";
import type { AccountRecords, Records } from "../ports/records.ts";

export interface VerificationName {
  accountId: string;
  verificationId: string;
}

/** The input of every task of the state machine. */
export interface TaskInput extends VerificationName {
  attempt: number;
}

/** An account with one of its verifications. Throws `NotFound`. */
export const loadVerification = async (
  records: Records,
  { accountId, verificationId }: VerificationName,
): Promise<AccountRecords & { verification: Verification }> => {
  const loaded = await records.account(accountId);
  const verification = loaded?.verifications.find(({ id }) => id === verificationId);
  if (loaded === undefined || verification === undefined)
    throw new NotFound(`verification ${verificationId} is not there`);
  return { ...loaded, verification };
};

/** The same for a task: throws `Superseded` where a newer execution has taken over. */
export const loadForTask = async (records: Records, input: TaskInput) => {
  const loaded = await loadVerification(records, input);
  if (loaded.verification.attempt !== input.attempt)
    throw new Superseded(`attempt ${input.attempt}, now ${loaded.verification.attempt}`);
  return loaded;
};
