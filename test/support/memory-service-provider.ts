import { PortalAnswerInvalid, PortalMetadataInvalid } from "../../lambdas/domain/errors.ts";
import type { PortalAnswer, PortalAnswerFault } from "../../lambdas/domain/portal-answer.ts";
import type { PortalMetadata, ServiceProvider } from "../../lambdas/services/ports/service-provider.ts";
import { registryPerson } from "./builders.ts";

/** The `ServiceProvider` port without XML: what the portal says is JSON, and believed where it answers what was asked. */
export interface MemoryServiceProvider extends ServiceProvider {
  readonly calls: string[];
  /** Called before a message to the portal is made: throw, and it is not. */
  before: (call: string) => void;
}

export const memoryServiceProvider = (): MemoryServiceProvider => {
  let made = 0;
  const message = (call: string, relayState: string | undefined) => {
    provider.before(call);
    provider.calls.push(call);
    made += 1;
    const id = `_${call}-${made}`;
    return {
      id,
      issuedAt: "2026-11-23T09:00:00.000Z",
      action: "https://portal.example/saml",
      fields: { SAMLRequest: id, ...(relayState === undefined ? {} : { RelayState: relayState }) },
      url: `https://portal.example/saml?SAMLRequest=${id}`,
    };
  };
  const provider: MemoryServiceProvider = {
    calls: [],
    before: () => undefined,
    authenticationRequest: async ({ relayState } = {}) => {
      const asked = message("login", relayState);
      return { ...asked, requestId: asked.id, askedAt: asked.issuedAt, level: "high" };
    },
    readAnswer: async (samlResponse, { asked, certificates }) => {
      const said = JSON.parse(samlResponse) as PortalAnswer | { fault: PortalAnswerFault };
      if (certificates.length === 0) throw new PortalAnswerInvalid("signature");
      if ("fault" in said) throw new PortalAnswerInvalid(said.fault);
      if (!asked.some(({ requestId }) => requestId === said.requestId))
        throw new PortalAnswerInvalid("request");
      return said;
    },
    logoutRequest: async (_session, { relayState } = {}) => message("logout", relayState),
    readLogoutAnswer: () => ({ loggedOut: true }),
    ownMetadata: async () => "<md:EntityDescriptor/>",
    readMetadata: (xml) => {
      if (!xml.startsWith("{")) throw new PortalMetadataInvalid("not signed");
      return JSON.parse(xml) as PortalMetadata;
    },
  };
  return provider;
};

const session = { nameId: "CZ/CZ/1", sessionIndex: "_s1" };

/** What the portal says of the resident that matches the account of the tests. */
export const identified = (
  requestId: string,
  change: Partial<Extract<PortalAnswer, { outcome: "accepted" }>> = {},
): string =>
  JSON.stringify({
    outcome: "accepted",
    requestId,
    assertionId: `_a-${requestId}`,
    person: registryPerson({ citizenships: [] }),
    personIdentifier: session.nameId,
    level: "high",
    authenticatedAt: "2026-11-23T09:01:00.000Z",
    session,
    ...change,
  } satisfies PortalAnswer);

/** An authentic no. */
export const refusedBy = (requestId: string, reason: "consent" | "failed" | "cancelled" | "level"): string =>
  JSON.stringify(
    (reason === "consent"
      ? { outcome: "refused", requestId, reason, missing: ["DateOfBirth"], session }
      : { outcome: "refused", requestId, reason, statusCode: "AuthnFailed" }) satisfies PortalAnswer,
  );

export const notBelieved = (fault: PortalAnswerFault): string => JSON.stringify({ fault });
