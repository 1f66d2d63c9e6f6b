import type { LoginRequest } from "../../../../lambdas/domain/login-request.ts";
import type { Account } from "../../../../lambdas/domain/account.ts";
import type { Session } from "../../../../lambdas/domain/records.ts";
import type { SecurityKey } from "../../../../lambdas/domain/security-key.ts";
import { makeAnswerLogin } from "../../../../lambdas/services/service-logins/answer-login.ts";
import { makeLogOutEverywhere } from "../../../../lambdas/services/service-logins/log-out-everywhere.ts";
import { makeReceiveLogin } from "../../../../lambdas/services/service-logins/receive-login.ts";
import { makeReceiveLogout } from "../../../../lambdas/services/service-logins/receive-logout.ts";
import { makeRefuseLogin } from "../../../../lambdas/services/service-logins/refuse-login.ts";
import { makeStanding } from "../../../../lambdas/services/service-logins/standing.ts";
import { accountId, aKey, anAccount, aSession } from "../../../support/builders.ts";
import { carriedBy, memoryIdentityProvider, messageOf } from "../../../support/memory-identity-provider.ts";
import { aWorld } from "../../../support/world.ts";

export const pseudonym = "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01";
const T0 = "2026-11-23T09:00:00.000Z";

export const aLoginRequest = (change: Partial<LoginRequest> = {}): LoginRequest => ({
  id: "_1",
  serviceProvider: "urn:nia",
  issuedAt: T0,
  consumerUrl: "https://nia.example/acs",
  relayState: "state",
  forceAuthn: false,
  isPassive: false,
  level: { comparison: "minimum", classes: ["http://eidas.europa.eu/LoA/substantial"] },
  providerName: "ePortál",
  attributes: ["pseudonym", "authenticatorId"],
  ...change,
});

/** A linked account with a linked key and one that is not, logged in by a touch of the linked one a moment ago. */
export const loggingIn = async () => {
  const world = aWorld();
  const ports = { ...world, identityProvider: memoryIdentityProvider(world.clock) };
  const key = aKey("linked", {
    link: { authenticatorId: "authenticator-1", state: "active", changedAt: T0 },
  });
  const link = { pseudonym, state: "active" as const, linkedAt: T0, verificationId: "verification-1" };
  const touched = { keyId: "linked", at: T0 };
  await world.records.commit([
    { put: anAccount({ link }) },
    { put: key },
    { put: aKey("other") },
    { put: aSession([], { touched }) },
    { put: { type: "claim", kind: "pseudonym", value: pseudonym, version: 0, accountId } },
  ]);
  const session = async (): Promise<Session> => {
    const found = await world.records.get("session", { accountId, id: "5e55".repeat(8) });
    if (found === undefined) throw new Error("the session is gone");
    return found;
  };
  const receive = makeReceiveLogin(ports);
  const begin = async (change: Partial<LoginRequest> = {}, browser?: string) => {
    const received = await receive({ message: messageOf({ login: aLoginRequest(change) }), browser });
    if (!("loginId" in received)) throw new Error("it was refused");
    return received;
  };
  const answerOf = makeAnswerLogin(ports);
  return {
    world,
    receive,
    begin,
    session,
    standing: async (brought: { loginId: string; browser: string | undefined }) =>
      await makeStanding(ports)({ ...brought, session: await session() }),
    answer: async (
      brought: { loginId: string; browser: string | undefined },
      change: { session?: Session; username?: string } = {},
    ) =>
      carriedBy(
        await answerOf({
          ...brought,
          username: "jana.novakova",
          ...change,
          session: change.session ?? (await session()),
        }),
      ),
    refuse: async (
      brought: { loginId: string; browser: string | undefined },
      refusal: "cancelled" | "release-refused" = "cancelled",
    ) => carriedBy(await makeRefuseLogin(ports)({ ...brought, refusal })),
    logout: makeReceiveLogout(ports),
    logOutEverywhere: makeLogOutEverywhere(ports),
    /** Changes a stored record as somebody else would. */
    change: async (
      type: "account" | "security-key" | "session",
      id: string,
      by: () => object,
    ): Promise<void> => {
      const stored: (Account | SecurityKey | Session)[] = world.records.all(type);
      const found = stored.find((one) => one.id === id);
      await world.records.commit([{ put: { ...found, ...by() } as Account | SecurityKey | Session }]);
    },
  };
};
