import type { Account } from "./account.ts";

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a password is the account's own username, e-mail, or what stands in it before the at sign. */
export const isOwnName = (password: string, owner: { username: string; email: string }): boolean => {
  const { username, email } = owner;
  return [username, email, email.slice(0, email.lastIndexOf("@"))].map(fold).includes(fold(password));
};

/** The account with this password, and open to it again where it was blocked. */
export const withPassword = (account: Account, passwordHash: string): Account => {
  const { passwordBlockedAt: _blocked, ...rest } = account;
  return { ...rest, passwordHash, wrongPasswords: 0 };
};
