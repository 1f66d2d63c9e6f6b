import { LinkUsedUp } from "../../domain/errors.ts";
import { withPassword } from "../../domain/password.ts";
import { requireGoodPassword } from "../accounts/require-good-password.ts";
import type { CommonPasswords, Passwords } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { loadByHandle } from "./load-reset.ts";

/**
 * Sets the new password: all sessions and every other reset end, and so does this one. Throws `LinkUsedUp`,
 * `InvalidInput`.
 */
export const makeFinishReset =
  (writing: Writing & { passwords: Passwords; commonPasswords: CommonPasswords }) =>
  async (command: { resetId: string; handle: string; password: string }): Promise<void> => {
    const { resetId, handle, password } = command;
    const passwordHash = await writing.passwords.hash(password);
    await retrying(async () => {
      const { reset, loaded } = await loadByHandle(writing, resetId, handle, "password");
      const { account, keys } = loaded;
      // A key may have been added since the code was entered: then it is asked for too.
      if (keys.length > 0 && !keys.some(({ id }) => id === reset.keyTouched))
        throw new LinkUsedUp("no key of the account was touched");
      const { username, email } = account;
      await requireGoodPassword(writing, password, { username, email: email.value });
      const at = writing.clock();
      await writing.records.commit([
        { put: withPassword(account, passwordHash) },
        { remove: reset },
        ...endSessions(loaded),
        mailTo(writing, at, account, "password-changed"),
        audited(writing, at, { action: "password-reset", actor: "user", accountId: account.id }),
      ]);
    });
  };
