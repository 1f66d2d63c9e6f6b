import { CeremonyRefused, KeyCloned } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import type { SessionTimes } from "../../domain/session-times.ts";
import { loadAccount } from "../load-account.ts";
import type { AuthenticationResponse, Ceremonies } from "../ports/fido.ts";
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
    if (attempt.passwordMark !== hashOf(account.passwordHash))
      throw new CeremonyRefused("the password was changed since");
    const key = keys.find(({ id }) => id === command.response.id);
    if (key === undefined) throw new CeremonyRefused("not a key of this account");

    const { counter } = await ceremonies
      .verifyAuthentication(command.response, attempt.challenge, key)
      .catch(async (error: unknown) => {
        const reason = error instanceof KeyCloned ? "key-cloned" : "key-refused";
        const refusal = {
          action: "login-refused",
          actor: "user",
          accountId: account.id,
          keyId: key.id,
        } as const;
        await records.commit([{ remove: attempt }, audited(writing, at, { ...refusal, reason })]);
        throw error;
      });

    const opened = newSession(random, times, at, {
      accountId: account.id,
      method: "password-and-key",
      userAgent: command.userAgent,
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
