import { cancelDeletion } from "../../domain/deletion.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

/** The owner keeps the account. Throws `WrongState` where the deletion has begun; nothing to cancel is no error. */
export const makeCancelDeletion =
  (writing: Writing) =>
  async (accountId: string): Promise<void> =>
    await retrying(async () => {
      const { account } = await loadAccount(writing.records, accountId);
      if (account.deletion === undefined) return;
      const at = writing.clock();
      await writing.records.commit([
        { put: cancelDeletion(account) },
        mailTo(writing, at, account, "deletion-cancelled"),
        audited(writing, at, { action: "deletion-cancelled", actor: "user", accountId }),
      ]);
    });
