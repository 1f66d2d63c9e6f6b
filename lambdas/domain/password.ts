const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a password is the account's own username, e-mail, or what stands in it before the at sign. */
export const isOwnName = (password: string, owner: { username: string; email: string }): boolean => {
  const { username, email } = owner;
  return [username, email, email.slice(0, email.lastIndexOf("@"))].map(fold).includes(fold(password));
};
