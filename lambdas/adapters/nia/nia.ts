import { randomUUID } from "node:crypto";
import type { Nia } from "../../services/ports/nia.ts";
import type { Clock } from "../../services/ports/platform.ts";
import type { NiaCredentials, NiaSettings } from "./settings.ts";
import { issueFederationToken, issueIdentityToken } from "./tokens/issue.ts";
import { fresh, reused, type TokenSource } from "./tokens/reuse.ts";
import type { Token } from "./tokens/ws-trust.ts";
import { authenticatorChange, changeRequest, readChanged } from "./transactions/change-authenticator.ts";
import { identification, identifyRequest, readIdentified } from "./transactions/identify.ts";
import { notificationFeed, notificationsRequest, readNotifications } from "./transactions/notifications.ts";
import { type Answer, readSubmitted, type Transaction } from "./transactions/submit.ts";
import { authenticatorWriting, readWritten, writeRequest } from "./transactions/write-authenticator.ts";
import { exchange, reading, type Wire } from "./wire/exchange.ts";
import { actions } from "./wire/names.ts";
import { envelope, plainAddressee } from "./wire/soap.ts";
import { timestamp, tokenSecurity } from "./wire/ws-security.ts";

/** Call 3 (nia-soap.md, 7). Where a call fails, the tokens may be why: the next try gets new ones. */
const makeSubmit =
  (wire: Wire, settings: NiaSettings, tokens: TokenSource) =>
  async <T>(transaction: Transaction, body: string, read: (answer: Answer) => T): Promise<T> => {
    const submitted = async (): Promise<Answer> => {
      const token = await tokens.get();
      return exchange(wire, {
        name: transaction.tclass,
        purpose: transaction.purpose,
        url: settings.endpoints.public,
        action: actions.submit,
        replyAction: actions.submitted,
        message: (messageId, now) =>
          envelope({
            action: actions.submit,
            messageId,
            to: plainAddressee(settings.endpoints.public),
            security: tokenSecurity(timestamp(now), token, settings.algorithm ?? "sha1"),
            body,
          }),
        read: (content) => readSubmitted(content, transaction),
      });
    };
    const answer = await submitted().catch((error: unknown) => {
      tokens.forget();
      throw error;
    });
    return reading(transaction.tclass, () => read(answer));
  };

/**
 * The client of NIA. Tokens and their secrets are held in memory only.
 * `newMessageId` gives an absolute URI that is never given twice.
 */
export const makeNia = (
  settings: NiaSettings,
  credentials: NiaCredentials,
  clock: Clock,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  newMessageId: () => string = () => `urn:uuid:${randomUUID()}`,
): Nia => {
  const now = (): number => Date.parse(clock());
  const { timeoutMs, clockSkewSeconds } = settings;
  const wire: Wire = { fetch, now, newMessageId, timeoutMs, clockSkewSeconds };
  const source = (issue: () => Promise<Token>): TokenSource =>
    settings.reuseTokens ? reused(issue, now) : fresh(issue);

  const identity = source(() => issueIdentityToken(wire, settings, credentials));
  const federation = source(async () => issueFederationToken(wire, settings, await identity.get()));
  const forget = (): void => [identity, federation].forEach((tokens) => tokens.forget());
  const submit = makeSubmit(wire, settings, { get: federation.get, forget });

  return {
    identify: async (query) => submit(identification, identifyRequest(query), readIdentified),
    writeAuthenticator: async (record) => submit(authenticatorWriting, writeRequest(record), readWritten),
    changeAuthenticator: async (change) => submit(authenticatorChange, changeRequest(change), readChanged),
    notifications: async (fromId) =>
      submit(notificationFeed, notificationsRequest(fromId), readNotifications),
  };
};
