import { isClosed } from "../../domain/deletion.ts";
import { ServiceLoginStale } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import {
  levelWith,
  obstacleTo,
  releasedValues,
  serviceName,
  type ServiceSession,
  touchFor,
} from "../../domain/service-login.ts";
import { loadAccount } from "../load-account.ts";
import type { IdentityProvider, SamlForm } from "../ports/identity-provider.ts";
import { retrying } from "../retrying.ts";
import { presentSession } from "../sessions/finish-confirmation.ts";
import { audited, newId, type Writing } from "../writing.ts";
import { type Brought, openLogin } from "./open-login.ts";

/**
 * The user has said yes: one answer, by the key that was touched in this very session, which is still linked. Account,
 * session and key must be as they were decided on when the answer counts, or it is decided anew. Throws as `openLogin`
 * does, `NotLoggedIn`, and `ServiceLoginStale` where the page that was agreed to is of another account, or something
 * has changed since: it has to be looked at again.
 */
export const makeAnswerLogin =
  (writing: Writing & { identityProvider: IdentityProvider }) =>
  async (command: Brought & { session: Session; username: string }): Promise<SamlForm> =>
    await retrying(async () => {
      const { records, clock, random, identityProvider } = writing;
      const login = await openLogin(writing, command);
      const loaded = await loadAccount(records, command.session.accountId);
      const { account, keys } = loaded;
      const session = presentSession(loaded, command.session);
      if (account.username !== command.username) throw new ServiceLoginStale("another account");
      if (isClosed(account)) throw new ServiceLoginStale("the account is being deleted");
      const at = clock();
      const obstacle = obstacleTo(login.request, account, keys);
      const touch = touchFor(login, session, keys, at);
      const level = touch && levelWith(touch.key);
      if (obstacle !== undefined || touch === undefined || level === undefined || account.link === undefined)
        throw new ServiceLoginStale(obstacle ?? "no touch that counts");

      const serviceSession: ServiceSession = {
        type: "service-session",
        accountId: account.id,
        id: newId(random),
        version: 0,
        sessionId: session.id,
        serviceProvider: login.request.serviceProvider,
        pseudonym: account.link.pseudonym,
        startedAt: at,
        expiresAt: session.expiresAt,
      };
      const form = await identityProvider.answer(login.request, {
        pseudonym: account.link.pseudonym,
        level,
        authenticatedAt: touch.at,
        sessionIndex: serviceSession.id,
        attributes: releasedValues(login.request.attributes, account, touch.key),
      });
      await records.commit([
        { put: { ...login, answeredAt: at } },
        { check: account },
        { check: session },
        { check: touch.key },
        { put: serviceSession },
        audited(writing, at, {
          action: "service-logged-in",
          actor: "user",
          accountId: account.id,
          keyId: touch.key.id,
          service: serviceName(login.request),
        }),
      ]);
      return form;
    });
