import { withPassword } from "../../domain/password.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import type { CommonPasswords, Passwords } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { requireGoodPassword } from "../accounts/require-good-password.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

/**
 * Sets another password; the confirmation login was checked before. Every other session ends, and so does what was
 * begun with the old password. Throws `InvalidInput`.
 */
export const makeChangePassword =
  (writing: Writing & { passwords: Passwords; commonPasswords: CommonPasswords }) =>
  async ({ session, password }: { session: Session; password: string }): Promise<void> => {
    const passwordHash = await writing.passwords.hash(password);
    await retrying(async () => {
      const loaded = await loadAccount(writing.records, session.accountId);
      const { account } = loaded;
      await requireGoodPassword(writing, password, {
        username: account.username,
        email: account.email.value,
      });
      const at = writing.clock();
      await writing.records.commit([
        { put: withPassword(account, passwordHash) },
        ...endSessions(loaded, session),
        mailTo(writing, at, account, "password-changed"),
        audited(writing, at, { action: "password-changed", actor: "user", accountId: account.id }),
      ]);
    });
  };
