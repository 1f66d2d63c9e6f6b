import type { Account } from "../../domain/account.ts";
import { CredentialsWrong, PasswordBlocked } from "../../domain/errors.ts";
import type { Passwords } from "../ports/platform.ts";
import type { Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { loadAccount } from "../load-account.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { hashOf, makeHandle } from "./token.ts";

const WRONG_IN_A_ROW = 6;
/** No account has it: ids are random. */
const NOBODY = "0".repeat(32);

/**
 * Checks a password. A wrong one is counted, and the sixth in a row blocks password login and tells the user; an
 * unknown account takes the same way to the same answer. Answers the account as it is to be stored: with a hash of today's parameters,
 * for the password is never as near again. Throws `CredentialsWrong`, and `PasswordBlocked` only to who knows the
 * password.
 */
export const makeCheckPassword = (writing: Writing & { passwords: Passwords }) => {
  const countWrong = async (accountId: string): Promise<void> =>
    await retrying(async () => {
      const { account } = await loadAccount(writing.records, accountId);
      const at = writing.clock();
      const wrongPasswords = account.wrongPasswords + 1;
      const blocks = wrongPasswords >= WRONG_IN_A_ROW && account.passwordBlockedAt === undefined;
      await writing.records.commit([
        { put: { ...account, wrongPasswords, ...(blocks ? { passwordBlockedAt: at } : {}) } },
        ...(blocks ? [mailTo(writing, at, account, "password-blocked")] : []),
        audited(writing, at, {
          action: blocks ? "password-blocked" : "login-refused",
          actor: "user",
          accountId,
          reason: "wrong-password",
        }),
      ]);
    });

  /** The same reads and writes for an account that does not exist: rows that mean nothing and are soon gone. */
  const countNothing = async (): Promise<void> => {
    const { records, clock, random } = writing;
    await records.account(NOBODY);
    const at = clock();
    const decoy = (): Write => ({
      put: {
        type: "login-attempt",
        id: hashOf(makeHandle(random)),
        version: 0,
        accountId: NOBODY,
        passwordMark: "",
        challenge: "",
        askedAt: at,
        expiresAt: at,
      },
    });
    await records.commit([decoy(), decoy()]);
  };

  return async (account: Account | undefined, password: string): Promise<Account> => {
    const right = await writing.passwords.verify(password, account?.passwordHash);
    if (account === undefined) {
      await countNothing();
      throw new CredentialsWrong("no such account");
    }
    if (!right) {
      await countWrong(account.id);
      throw new CredentialsWrong("wrong password");
    }
    if (account.passwordBlockedAt !== undefined) throw new PasswordBlocked("password login is blocked");
    if (!writing.passwords.isOutdated(account.passwordHash)) return account;
    return { ...account, passwordHash: await writing.passwords.hash(password) };
  };
};
