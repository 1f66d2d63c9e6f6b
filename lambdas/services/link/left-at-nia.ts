import { type Authenticator, isSettled } from "../../domain/authenticator.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Verification } from "../../domain/verification.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { tellNia, type Writing } from "../writing.ts";

/** Registrations that may still stand at NIA, as records of it that are to be ended. */
const leftOf = (verification: Verification, at: IsoInstant): Authenticator[] => {
  const { accountId, pseudonym, registrations } = verification;
  if (pseudonym === undefined) return [];
  return registrations
    .filter(({ outcome, triedAt }) => outcome === "registered" || (outcome === "pending" && triedAt))
    .map(({ keyId, authenticatorId }) => ({
      type: "authenticator",
      accountId,
      id: authenticatorId,
      version: 0,
      keyId,
      pseudonym,
      wanted: "ended",
      wantedAt: at,
      reason: "completion-undone",
      known: "unknown",
      attempt: 1,
    }));
};

const freed = async (
  { records }: Writing,
  { account, authenticators }: AccountRecords,
  pseudonym: string,
): Promise<Write[]> => {
  const isHeld =
    account.link?.pseudonym === pseudonym ||
    authenticators.some((one) => one.pseudonym === pseudonym && !(one.known === "ended" && isSettled(one)));
  const claim = await records.get("claim", { kind: "pseudonym", value: pseudonym });
  return isHeld || claim?.accountId !== account.id ? [] : [{ remove: claim }];
};

/**
 * What a completion that failed leaves behind: what could not be ended within its retries is ended by unlink-account,
 * which goes on for days; where nothing is left, the person may be linked to any account again.
 */
export const leaveAtNia = async (
  writing: Writing,
  loaded: AccountRecords & { verification: Verification },
  at: IsoInstant,
): Promise<Write[]> => {
  const { verification } = loaded;
  const left = leftOf(verification, at);
  if (left.length > 0) return left.flatMap((put) => [{ put }, tellNia(writing, at, put)]);
  return verification.pseudonym === undefined ? [] : await freed(writing, loaded, verification.pseudonym);
};
