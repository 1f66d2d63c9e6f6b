import { NotFound } from "../domain/errors.ts";
import type { AccountRecords, Records } from "./ports/records.ts";

/** All of an account. Throws `NotFound`. */
export const loadAccount = async (records: Records, accountId: string): Promise<AccountRecords> => {
  const loaded = await records.account(accountId);
  if (loaded === undefined) throw new NotFound(`account ${accountId} is not there`);
  return loaded;
};
