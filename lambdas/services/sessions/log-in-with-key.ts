import { isClosed } from "../../domain/deletion.ts";
import { CeremonyRefused, KeyCloned } from "../../domain/errors.ts";
import type { LoginAttempt } from "../../domain/access-records.ts";
import type { Session } from "../../domain/records.ts";
import { isUsable, type SecurityKey } from "../../domain/security-key.ts";
import type { SessionTimes } from "../../domain/session-times.ts";
import { recordClone } from "../keys/record-clone.ts";
import { loadAccount } from "../load-account.ts";
import type { AuthenticationResponse, Ceremonies } from "../ports/fido.ts";
import type { Write } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";
import { newSession, storeSession } from "./open-session.ts";
import { hashOf } from "./token.ts";

/** Second step of a login. Each handle is good for one answer. */
export const makeLogInWithKey =
  (writing: Writing & { ceremonies: Ceremonies }, times: SessionTimes) =>
  async (command: {
    handle: string;
    response: AuthenticationResponse;
    userAgent: string;
  }): Promise<{ token: string; session: Session }> => {
    const { records, clock, random, ceremonies } = writing;
    const attempt = await records.get("login-attempt", { id: hashOf(command.handle) });
    const at = clock();
    if (attempt === undefined || attempt.expiresAt <= at) throw new CeremonyRefused("no such login attempt");
    const { account, keys, sessions } = await loadAccount(records, attempt.accountId);
    if (isClosed(account)) throw new CeremonyRefused("the account is being deleted");
    if (attempt.passwordMark !== hashOf(account.passwordHash))
      throw new CeremonyRefused("the password was changed since");
    const key = keys.find(({ id }) => id === command.response.id);
    if (key === undefined || !isUsable(key)) throw new CeremonyRefused("not a key of this account");

    const { counter } = await ceremonies
      .verifyAuthentication(command.response, attempt, key)
      .catch(async (error: unknown) => {
        await recordRefusal(writing, attempt, key, error);
        throw error;
      });

    const opened = newSession(random, times, at, {
      accountId: account.id,
      method: "password-and-key",
      userAgent: command.userAgent,
      touched: { keyId: key.id, at },
    });
    await records.commit([
      { remove: attempt },
      ...storeSession(opened.session, sessions, times, at),
      { put: { ...key, counter, lastUsedAt: at } },
      { put: { ...account, wrongPasswords: 0 } },
      audited(writing, at, {
        action: "logged-in",
        actor: "user",
        accountId: account.id,
        keyId: key.id,
        reason: "password-and-key",
      }),
    ]);
    return opened;
  };

/** The handle is used up, whatever was wrong; a copy of the key is told of. */
const recordRefusal = async (
  writing: Writing,
  attempt: LoginAttempt,
  { accountId, id: keyId }: SecurityKey,
  error: unknown,
): Promise<void> => {
  const at = writing.clock();
  const refused = (reason: string): Write[] => [
    { remove: attempt },
    audited(writing, at, { action: "login-refused", actor: "user", accountId, keyId, reason }),
  ];
  if (!(error instanceof KeyCloned)) return await writing.records.commit(refused("key-refused"));
  await recordClone(writing, { accountId, keyId }, async () => {
    const left = await writing.records.get("login-attempt", attempt);
    return left === undefined ? [] : refused("key-cloned");
  });
};
