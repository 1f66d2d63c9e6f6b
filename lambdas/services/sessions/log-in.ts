import type { Account } from "../../domain/account.ts";
import type { Session } from "../../domain/records.ts";
import { opensServices } from "../../domain/service-login.ts";
import { secondsAfter, type SessionTimes } from "../../domain/session-times.ts";
import { findAccount } from "../find-account.ts";
import type { Ceremonies } from "../ports/fido.ts";
import type { Passwords } from "../ports/platform.ts";
import type { AccountRecords } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";
import { makeCheckPassword } from "./check-password.ts";
import { usable } from "./confirm.ts";
import { newSession, storeSession } from "./open-session.ts";
import { hashOf, makeHandle } from "./token.ts";

const KEY_SECONDS = 300;

export type LoginOutcome =
  | { state: "logged-in"; token: string; session: Session }
  | { state: "security-key-needed"; handle: string; options: unknown };

/** First step of a login: username or e-mail, and password. Without a key this is already the whole login. */
export const makeLogIn = (
  writing: Writing & { passwords: Passwords; ceremonies: Ceremonies },
  times: SessionTimes,
) => {
  const { records, clock, random, ceremonies } = writing;
  const checkPassword = makeCheckPassword(writing);

  const askForKey = async (
    { account: read, keys }: AccountRecords,
    account: Account,
    toService: boolean,
  ): Promise<LoginOutcome> => {
    const linked = toService ? keys.filter(opensServices) : [];
    const { challenge, options } = await ceremonies.authenticationOptions(
      linked.length > 0 ? linked : usable(keys),
    );
    const handle = makeHandle(random);
    await records.commit([
      // A wrong password counted meanwhile ends this one, so that many at once get no more than six tries.
      account === read ? { check: account } : { put: account },
      {
        put: {
          type: "login-attempt",
          id: hashOf(handle),
          version: 0,
          accountId: account.id,
          passwordMark: hashOf(account.passwordHash),
          challenge,
          askedAt: clock(),
          expiresAt: secondsAfter(clock(), KEY_SECONDS),
        },
      },
    ]);
    return { state: "security-key-needed", handle, options };
  };

  return async (command: {
    login: string;
    password: string;
    userAgent: string;
    /** Linked keys alone are asked for, where there are any: no other key goes on to a government service. */
    toService?: boolean;
  }): Promise<LoginOutcome> => {
    const found = await findAccount(records, command.login);
    const account = await checkPassword(found?.account, command.password);
    if (found !== undefined && found.keys.length > 0)
      return await askForKey(found, account, command.toService === true);

    const at = clock();
    const opened = newSession(random, times, at, {
      accountId: account.id,
      method: "password",
      userAgent: command.userAgent,
    });
    await records.commit([
      ...storeSession(opened.session, found?.sessions ?? [], times, at),
      // Also proves that the password was not changed while it was being checked.
      { put: { ...account, wrongPasswords: 0 } },
      audited(writing, at, { action: "logged-in", actor: "user", accountId: account.id, reason: "password" }),
    ]);
    return { state: "logged-in", ...opened };
  };
};
