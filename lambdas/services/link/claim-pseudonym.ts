import { PseudonymTaken } from "../../domain/errors.ts";
import { usesPseudonym } from "../../domain/unlinking.ts";
import type { Records, Write } from "../ports/records.ts";

/**
 * Reserves a pseudonym for an account. A claim stays when the link ends, so that it is known whose it was; but another
 * account of the same person may then take it over. It is written each time: of two at once one loses. Throws
 * `PseudonymTaken` where another account uses it.
 */
export const claimPseudonym = async (
  records: Records,
  pseudonym: string,
  accountId: string,
): Promise<Write[]> => {
  const claim = await records.get("claim", { kind: "pseudonym", value: pseudonym });
  if (claim === undefined)
    return [{ put: { type: "claim", kind: "pseudonym", value: pseudonym, version: 0, accountId } }];
  const holder = claim.accountId === accountId ? undefined : await records.account(claim.accountId);
  if (holder !== undefined && usesPseudonym(holder, pseudonym))
    throw new PseudonymTaken("the person is linked to another account");
  return [{ put: { ...claim, accountId } }];
};
