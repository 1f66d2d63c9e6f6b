import { createHash } from "node:crypto";
import { SamlMessageRefused } from "../../../domain/errors.ts";
import type {
  IdentityProvider,
  ReadMessage,
  SamlMessage,
} from "../../../services/ports/identity-provider.ts";
import { Malformed } from "../../xml/xml.ts";
import { type Authentic, type Expected, openMessage } from "./authentic.ts";
import { readLoginRequest } from "./login-request.ts";
import { readLogoutAnswer, readLogoutRequest } from "./logout.ts";
import { type MessageField, receive } from "./received.ts";
import type { ServiceProvider } from "./service-provider.ts";
import type { IdentityProviderSettings } from "./settings.ts";

/** What `read` answers; what it finds malformed becomes a message refused. */
export const refusing = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw error instanceof Malformed ? new SamlMessageRefused(error.message) : error;
  }
};

const replayOf = ({ provider, id, replayUntil }: Authentic): Omit<ReadMessage<never>, "request"> => ({
  replayKey: createHash("sha256").update(`${provider.entityId}\n${id}`).digest("base64url"),
  replayUntil: new Date(replayUntil).toISOString(),
});

/** The half of the identity provider that reads. */
export const makeReading = (
  settings: IdentityProviderSettings,
  providers: ReadonlyMap<string, ServiceProvider>,
  now: () => number,
): Pick<IdentityProvider, "readLoginRequest" | "readLogoutRequest" | "readLogoutAnswer"> => {
  const { entityId, highestLevel, loginUrl, logoutUrl } = settings;
  const open = (message: SamlMessage, field: MessageField, expected: Omit<Expected, "now">) => {
    const received = receive(message, field);
    const authentic = openMessage(received, providers, { ...expected, now: now() });
    return { authentic, relayState: received.relayState };
  };

  return {
    readLoginRequest: async (message) =>
      refusing(() => {
        const expected = { name: "AuthnRequest", destination: loginUrl } as const;
        const { authentic, relayState } = open(message, "SAMLRequest", expected);
        return { ...readLoginRequest(authentic, relayState, highestLevel), ...replayOf(authentic) };
      }),
    readLogoutRequest: async (message) =>
      refusing(() => {
        const expected = { name: "LogoutRequest", destination: logoutUrl } as const;
        const { authentic, relayState } = open(message, "SAMLRequest", expected);
        const context = { entityId, now: now(), binding: message.binding, relayState };
        return { request: readLogoutRequest(authentic, context), ...replayOf(authentic) };
      }),
    readLogoutAnswer: async (message) =>
      refusing(() => {
        const expected = { name: "LogoutResponse", destination: logoutUrl } as const;
        return readLogoutAnswer(open(message, "SAMLResponse", expected).authentic);
      }),
  };
};
