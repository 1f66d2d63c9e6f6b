import { isClosed } from "../../domain/deletion.ts";
import { LinkUsedUp } from "../../domain/errors.ts";
import { withPassword } from "../../domain/password.ts";
import { isSameSecret, linkSubject } from "../../domain/pin.ts";
import { requireGoodPassword } from "../accounts/require-good-password.ts";
import type { CommonPasswords, DeriveLinkSecret, Passwords } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { hashOf } from "../sessions/token.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

type Ports = Writing & {
  passwords: Passwords;
  commonPasswords: CommonPasswords;
  deriveLinkSecret: DeriveLinkSecret;
};

/** The reset of a link that went to the contact of a verified form. Throws `LinkUsedUp`. */
const loadByLink = async (ports: Ports, id: string, secret: string) => {
  const expected = await ports.deriveLinkSecret(linkSubject("login-reset", id));
  const reset = await ports.records.get("password-reset", { id });
  if (!isSameSecret(secret, expected) || reset?.byForm !== true || reset.expiresAt <= ports.clock())
    throw new LinkUsedUp("no such reset, or not its secret");
  const loaded = await ports.records.account(reset.accountId);
  if (loaded === undefined || isClosed(loaded.account)) throw new LinkUsedUp("the reset leads nowhere");
  if (reset.passwordMark !== hashOf(loaded.account.passwordHash))
    throw new LinkUsedUp("the password was changed since");
  return { reset, loaded };
};

/**
 * The new password after a login reset by verified form. The link alone leads to it, once: the form was the proof, and
 * what the account had to confirm with is gone. Throws `LinkUsedUp`, `InvalidInput`.
 */
export const makeSetPassword =
  (ports: Ports) =>
  async (command: { resetId: string; secret: string; password: string }): Promise<void> => {
    const passwordHash = await ports.passwords.hash(command.password);
    await retrying(async () => {
      const { reset, loaded } = await loadByLink(ports, command.resetId, command.secret);
      const { account } = loaded;
      const { username, email } = account;
      await requireGoodPassword(ports, command.password, { username, email: email.value });
      const at = ports.clock();
      await ports.records.commit([
        { put: withPassword(account, passwordHash) },
        { remove: reset },
        ...endSessions(loaded),
        mailTo(ports, at, account, "password-changed"),
        audited(ports, at, { action: "password-reset", actor: "user", accountId: account.id }),
      ]);
    });
  };
