import { beginPurge, type Deletion } from "../../domain/deletion.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { lookAfterEach } from "../look-after.ts";
import type { AccountRecords, Records, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import type { Writing } from "../writing.ts";
import { closeAccount } from "./close-account.ts";
import { purgeRows } from "./purge-account.ts";
import { settleAccount } from "./settle-account.ts";

/** The last mail is delivered or given up; or it was so long ago that its item is gone. */
const isTold = async (records: Records, { farewellId = "" }: Deletion): Promise<boolean> => {
  const item = await records.get("outbox-item", { id: farewellId });
  return item === undefined || item.deliveredAt !== undefined || item.givenUpAt !== undefined;
};

type NextWrites = (
  writing: Writing,
  loaded: AccountRecords,
  deletion: Deletion,
  at: IsoInstant,
) => Write[] | Promise<Write[]>;

/** The next transaction of each step; empty where there is something to wait for. */
const nextWrites: Record<Deletion["step"], NextWrites> = {
  requested: closeAccount,
  ending: settleAccount,
  parting: async ({ records }, { account }, deletion, at) =>
    (await isTold(records, deletion)) ? [{ put: beginPurge(account, at) }] : [],
  purging: async (writing, { account }, _deletion, at) => await purgeRows(writing, account, at),
};

/** Where a deletion stands after a round. */
export type Advanced = Deletion["step"] | "gone";

/** Deletes the accounts that are due, each as far as it goes; what was done is decided anew from what is stored. */
export const makeDeleteAccounts = (writing: Writing) => {
  const { records, clock } = writing;

  const advance = async (accountId: string): Promise<Advanced | "on"> => {
    const loaded = await records.account(accountId);
    const deletion = loaded?.account.deletion;
    if (loaded === undefined || deletion === undefined) return "gone";
    const writes = await nextWrites[deletion.step](writing, loaded, deletion, clock());
    if (writes.length === 0) return deletion.step;
    await records.commit(writes);
    return "on";
  };

  const goOn = async (accountId: string): Promise<Advanced> => {
    const reached = await retrying(async () => await advance(accountId));
    return reached === "on" ? await goOn(accountId) : reached;
  };

  return async (): Promise<Partial<Record<Advanced, number>>> =>
    await lookAfterEach(await records.waiting("account", clock()), async ({ id }) => await goOn(id));
};
