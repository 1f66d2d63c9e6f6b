import { Conflict, SamlMessageRefused } from "../../domain/errors.ts";
import type { LogoutRequest } from "../../domain/login-request.ts";
import type { IdentityProvider, ReadMessage, SamlDelivery, SamlMessage } from "../ports/identity-provider.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { hashOf } from "../sessions/token.ts";
import { audited, type Writing } from "../writing.ts";

type Ports = Writing & { identityProvider: IdentityProvider };

/** The logins that are meant, each with our own session that it was made in. */
const endOf = (
  { serviceSessions, sessions }: AccountRecords,
  { serviceProvider, pseudonym, sessionIndexes }: LogoutRequest,
): Write[] => {
  const meant = serviceSessions
    .filter((one) => one.serviceProvider === serviceProvider && one.pseudonym === pseudonym)
    .filter(({ id }) => sessionIndexes.length === 0 || sessionIndexes.includes(id));
  const own = new Set(meant.map(({ sessionId }) => sessionId));
  return [...meant, ...sessions.filter(({ id }) => own.has(id))].map((remove) => ({ remove }));
};

/**
 * A service provider ends logins that it was told of, and with them our own sessions that they were made in; which it
 * does not know end nothing. Throws `SamlMessageRefused`, also to what was there before.
 */
const endLogins = async (
  writing: Ports,
  { request, replayKey, replayUntil }: ReadMessage<LogoutRequest>,
): Promise<void> =>
  await retrying(async () => {
    const { records, clock } = writing;
    const value = hashOf(replayKey);
    const seen = await records.get("claim", { kind: "saml-message", value });
    if (seen !== undefined) throw new SamlMessageRefused("a request that was there before");
    const holder = await records.get("claim", { kind: "pseudonym", value: request.pseudonym });
    const loaded = holder && (await records.account(holder.accountId));
    const ended = loaded === undefined ? [] : endOf(loaded, request);
    await records.commit([
      {
        put: {
          type: "claim",
          kind: "saml-message",
          value,
          version: 0,
          accountId: "",
          expiresAt: replayUntil,
        },
      },
      ...ended,
      ...(loaded === undefined || ended.length === 0
        ? []
        : [
            audited(writing, clock(), {
              action: "service-logged-out",
              actor: "user",
              accountId: loaded.account.id,
              reason: "service",
            }),
          ]),
    ]);
  }).catch((error: unknown) => {
    if (error instanceof Conflict) throw new SamlMessageRefused("not ended after several attempts");
    throw error;
  });

const isAnswer = (message: SamlMessage): boolean =>
  /(?:^|&)SAMLResponse=/u.test(message.binding === "redirect" ? message.query : message.body);

/** What a browser goes on with: the answer to who asked, or, where the message was one, our own page. */
export const makeReceiveLogout =
  (writing: Ports) =>
  async (message: SamlMessage): Promise<SamlDelivery | undefined> => {
    const { identityProvider } = writing;
    if (isAnswer(message)) {
      // Here everything had ended before it was asked for: whatever the answer, there is nothing to do.
      await identityProvider.readLogoutAnswer(message);
      return undefined;
    }
    const read = await identityProvider.readLogoutRequest(message);
    await endLogins(writing, read);
    return await identityProvider.answerLogout(read.request, "success");
  };
