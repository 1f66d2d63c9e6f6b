import { randomUUID } from "node:crypto";
import type { Nia } from "../../services/ports/nia.ts";
import type { Clock } from "../../services/ports/platform.ts";
import { CallFailed } from "./failures.ts";
import type { Observe } from "./observe.ts";
import type { ReadKeyPairs } from "../key-pairs.ts";
import type { NiaSettings } from "./settings.ts";
import { memoryCache, noCache } from "./tokens/cache.ts";
import { makeKeyRing } from "./tokens/keys.ts";
import { makeTokens, type Tokens } from "./tokens/tokens.ts";
import { authenticatorChange, changeRequest, readChanged } from "./transactions/change-authenticator.ts";
import { identification, identifyRequest, readIdentified } from "./transactions/identify.ts";
import { notificationFeed, notificationsRequest, readNotifications } from "./transactions/notifications.ts";
import { type Answer, readSubmitted, type Transaction } from "./transactions/submit.ts";
import { authenticatorWriting, readWritten, writeRequest } from "./transactions/write-authenticator.ts";
import { exchange, reading, type Wire } from "./wire/exchange.ts";
import { actions } from "./wire/names.ts";
import { envelope, plainAddressee } from "./wire/soap.ts";
import { timestamp, tokenSecurity } from "./wire/ws-security.ts";

/** One submission: tokens, then call 3 (nia-soap.md, 7). Where it fails, the tokens may be why, and are given up. */
const submitOnce = async (
  { wire, settings, tokens }: { wire: Wire; settings: NiaSettings; tokens: Tokens },
  transaction: Transaction,
  body: string,
): Promise<Answer> => {
  const { token, forget } = await tokens.get();
  try {
    return await exchange(wire, {
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
  } catch (error) {
    forget();
    throw error;
  }
};

/** Again, one time, where nothing was done and new tokens or a new connection may help. */
const onceMore = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof CallFailed && error.again === "at-once") return await call();
    throw error;
  }
};

const asDomainError = (error: unknown): unknown =>
  error instanceof CallFailed ? error.asDomainError() : error;

export interface NiaParts {
  settings: NiaSettings;
  credentials: ReadKeyPairs;
  clock: Clock;
  fetch?: typeof globalThis.fetch;
  /** An absolute URI that is never given twice. */
  newMessageId?: () => string;
  observe?: Observe;
}

/** The client of NIA. Tokens and their secrets are held in memory only. */
export const makeNia = ({ settings, credentials, clock, ...parts }: NiaParts): Nia => {
  const { fetch = globalThis.fetch, newMessageId = () => `urn:uuid:${randomUUID()}` } = parts;
  const { observe = () => undefined } = parts;
  const now = (): number => Date.parse(clock());
  const { timeoutMs, clockSkewSeconds } = settings;
  const wire: Wire = { fetch, now, newMessageId, timeoutMs, clockSkewSeconds, observe };
  const keys = makeKeyRing({ credentials, now, clockSkewSeconds, observe });
  const cache = settings.reuseTokens ? memoryCache(now) : noCache;
  const submission = { wire, settings, tokens: makeTokens(wire, settings, { keys, cache }) };

  const submit = async <T>(
    transaction: Transaction,
    body: string,
    read: (answer: Answer) => T,
  ): Promise<T> => {
    try {
      const answer = await onceMore(async () => await submitOnce(submission, transaction, body));
      return reading({ name: transaction.tclass, purpose: transaction.purpose }, () => read(answer));
    } catch (error) {
      throw asDomainError(error);
    }
  };

  return {
    identify: async (query) => await submit(identification, identifyRequest(query), readIdentified),
    writeAuthenticator: async (record) =>
      await submit(authenticatorWriting, writeRequest(record), readWritten),
    changeAuthenticator: async (change) =>
      await submit(authenticatorChange, changeRequest(change), readChanged),
    notifications: async (fromId) =>
      await submit(notificationFeed, notificationsRequest(fromId), readNotifications),
  };
};
