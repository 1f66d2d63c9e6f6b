import { suspended } from "../../domain/security-key.ts";
import { loadAccount } from "../load-account.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { changedKey } from "./key-rows.ts";

/**
 * There may be a copy of this key: it opens nothing any more until its owner or an operator removes it, NIA is told
 * where it is linked, the owner is told, and every session ends, for one of them may be the copy's. `spent` is what the
 * ceremony has used up, as it stands now.
 */
export const recordClone = async (
  writing: Writing,
  { accountId, keyId }: { accountId: string; keyId: string },
  spent: (loaded: AccountRecords) => Promise<Write[]>,
): Promise<void> =>
  await retrying(async () => {
    const loaded = await loadAccount(writing.records, accountId);
    const { account, authenticators } = loaded;
    const at = writing.clock();
    const key = loaded.keys.find(({ id }) => id === keyId);
    const found: Write[] = [];
    if (key !== undefined && key.clonedAt === undefined) {
      const after = suspended({ ...key, clonedAt: at }, "key-cloned", at);
      found.push(
        ...changedKey(writing, at, key, after, { authenticators, reason: "key-cloned" }),
        { put: account },
        ...endSessions(loaded),
        mailTo(writing, at, account, "key-cloned", { facts: { keyName: key.name } }),
        audited(writing, at, { action: "key-cloned", actor: "system", accountId, keyId }),
      );
    }
    const writes = [...found, ...(await spent(loaded))];
    if (writes.length > 0) await writing.records.commit(writes);
  });
