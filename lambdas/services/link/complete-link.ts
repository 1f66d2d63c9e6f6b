import { compare } from "../../domain/compare.ts";
import { ComparisonStale, WrongState } from "../../domain/errors.ts";
import type { Account } from "../../domain/account.ts";
import type { ReferenceData } from "../../domain/person.ts";
import type { KeyRegistration, Verification } from "../../domain/verification.ts";
import { requestCompletion } from "../../domain/verification-steps.ts";
import { retrying } from "../retrying.ts";
import { audited, newId, resumeWorkflow, type Writing } from "../writing.ts";
import { digestOf } from "./digest.ts";
import { loadVerification, type VerificationName } from "./load-verification.ts";

/** The registry's data of a verification that waits for its completion. Throws `WrongState`. */
const registryDataOf = (verification: Verification): ReferenceData => {
  if (verification.state !== "awaiting-completion" || verification.registryData === undefined)
    throw new WrongState(`verification is ${verification.state}, expected awaiting-completion`);
  return verification.registryData;
};

const table = (account: Account, verification: Verification) => {
  const comparison = compare(account.person, registryDataOf(verification));
  return { comparison, digest: digestOf(comparison) };
};

/** The table of differences, with a digest that names what was shown. */
export const makeCompare = (writing: Pick<Writing, "records">) => async (command: VerificationName) => {
  const { account, verification } = await loadVerification(writing.records, command);
  return table(account, verification);
};

export interface CompleteLink extends VerificationName {
  digest: string;
  /** An operator may ask for the same once more; the user's consent was to the table of that digest. */
  actor?: "user" | "operator";
}

/**
 * "Complete connection to NIA": freezes profile and keys, gives each key a fresh identifier and moves the machine on.
 * Throws `ComparisonStale` where the data are not those that were shown. Asked twice, it is done once.
 */
export const makeCompleteLink =
  (writing: Writing) =>
  async (command: CompleteLink): Promise<Verification> =>
    await retrying(async () => {
      const { account, verification } = await loadVerification(writing.records, command);
      if (verification.state === "completing" || verification.state === "completed") return verification;
      if (table(account, verification).digest !== command.digest)
        throw new ComparisonStale("the table has changed since it was shown");

      const at = writing.clock();
      const registrations = verification.keyIds.map((keyId): KeyRegistration => ({
        keyId,
        authenticatorId: newId(writing.random),
        outcome: "pending",
      }));
      const next = requestCompletion(verification, { registrations, digest: command.digest }, at);
      await writing.records.commit([
        { put: next },
        // Freezes the profile: a change that was decided on before this moment loses.
        { put: account },
        ...resumeWorkflow(writing, at, next),
        audited(writing, at, {
          action: "completion-requested",
          actor: command.actor ?? "user",
          accountId: account.id,
          verificationId: verification.id,
        }),
      ]);
      return { ...next, version: next.version + 1 };
    });
