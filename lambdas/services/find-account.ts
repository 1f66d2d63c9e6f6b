import { isClosed } from "../domain/deletion.ts";
import type { AccountRecords, Records } from "./ports/records.ts";

/**
 * The account of a username or an e-mail. An unknown one, a mere reservation and one that is
 * being deleted take the same reads as a real one.
 */
export const findAccount = async (records: Records, login: string): Promise<AccountRecords | undefined> => {
  const value = login.trim().toLowerCase();
  const kind = value.includes("@") ? "email" : "username";
  const claim = await records.get("claim", { kind, value });
  const found = await records.account(claim?.accountId ?? "0".repeat(32));
  return found === undefined || isClosed(found.account) ? undefined : found;
};
