import { type Deletion, requestDeletion } from "../../domain/deletion.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

/**
 * The owner wants the account deleted. It can be taken back for a while; every other session ends now, so that nobody
 * else sits in the account meanwhile. Asking twice is as good as once.
 */
export const makeRequestDeletion =
  (writing: Writing, graceSeconds: number) =>
  async (session: Pick<Session, "accountId" | "id">): Promise<Deletion> =>
    await retrying(async () => {
      const { records, clock } = writing;
      const loaded = await loadAccount(records, session.accountId);
      const at = clock();
      const account = requestDeletion(loaded.account, at, graceSeconds);
      if (loaded.account.deletion !== undefined) return account.deletion;
      await records.commit([
        { put: account },
        ...endSessions(loaded, session),
        mailTo(writing, at, account, "deletion-requested", {
          facts: { deadline: account.deletion.dueAt },
        }),
        audited(writing, at, { action: "deletion-requested", actor: "user", accountId: account.id }),
      ]);
      return account.deletion;
    });
