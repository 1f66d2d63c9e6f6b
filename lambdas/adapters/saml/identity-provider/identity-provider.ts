import { createHash } from "node:crypto";
import { SamlMessageRefused } from "../../../domain/errors.ts";
import { statusOf } from "../../../domain/saml-status.ts";
import type {
  IdentityProvider,
  ReadMessage,
  SamlMessage,
} from "../../../services/ports/identity-provider.ts";
import type { Clock } from "../../../services/ports/platform.ts";
import { type KeyPair, pairsOf, type ReadKeyPairs } from "../../key-pairs.ts";
import { Malformed } from "../../xml/xml.ts";
import { type Answering, writeAnswer, writeRefusal } from "./answer.ts";
import { type Authentic, type Expected, openMessage } from "./authentic.ts";
import { form } from "./delivery.ts";
import { readLoginRequest } from "./login-request.ts";
import { readLogoutAnswer, readLogoutRequest, writeLogoutAnswer, writeLogoutRequest } from "./logout.ts";
import { writeMetadata } from "./metadata.ts";
import { type MessageField, receive } from "./received.ts";
import { readServiceProviders } from "./service-provider.ts";
import type { IdentityProviderSettings } from "./settings.ts";

export interface IdentityProviderParts {
  settings: IdentityProviderSettings;
  /** The first signs; the metadata tell of all. */
  keys: ReadKeyPairs;
  clock: Clock;
}

const METADATA_KEPT_MS = 60 * 60_000;

const refusing = <T>(read: () => T): T => {
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

/** The identity provider over SAML 2.0. Throws where the metadata of a service provider can't be read. */
export const makeIdentityProvider = ({ settings, keys, clock }: IdentityProviderParts): IdentityProvider => {
  const { entityId, highestLevel } = settings;
  const providers = readServiceProviders(settings.serviceProviders);
  const now = (): number => Date.parse(clock());

  const ownKeys = async (): Promise<[KeyPair, ...KeyPair[]]> => {
    const [first, ...more] = pairsOf(await keys());
    if (!first) throw new Error("there is no key to sign with");
    return [first, ...more];
  };
  const answering = async (serviceProvider: string): Promise<Answering> => {
    const provider = providers.get(serviceProvider);
    if (!provider) throw new SamlMessageRefused("the service provider is not registered any more");
    const [key] = await ownKeys();
    return { entityId, key, now: now(), provider };
  };
  const open = (
    message: SamlMessage,
    field: MessageField,
    expected: Omit<Expected, "now">,
  ): { authentic: Authentic; relayState: string | undefined } => {
    const received = receive(message, field);
    const authentic = openMessage(received, providers, { ...expected, now: now() });
    return { authentic, relayState: received.relayState };
  };
  let kept: { text: string; until: number } | undefined;

  return {
    readLoginRequest: async (message) =>
      refusing(() => {
        const expected = { name: "AuthnRequest", destination: settings.loginUrl } as const;
        const { authentic, relayState } = open(message, "SAMLRequest", expected);
        return { ...readLoginRequest(authentic, relayState, highestLevel), ...replayOf(authentic) };
      }),
    answer: async (request, authentication) => {
      const text = writeAnswer(request, authentication, await answering(request.serviceProvider));
      return form(request.consumerUrl, "SAMLResponse", text, request.relayState);
    },
    refuse: async (request, failure) => {
      const text = writeRefusal(request, statusOf[failure], await answering(request.serviceProvider));
      return form(request.consumerUrl, "SAMLResponse", text, request.relayState);
    },

    readLogoutRequest: async (message) =>
      refusing(() => {
        const expected = { name: "LogoutRequest", destination: settings.logoutUrl } as const;
        const { authentic, relayState } = open(message, "SAMLRequest", expected);
        const context = { entityId, now: now(), binding: message.binding, relayState };
        return { request: readLogoutRequest(authentic, context), ...replayOf(authentic) };
      }),
    answerLogout: async (request, outcome) => {
      const with_ = await answering(request.serviceProvider);
      return refusing(() => writeLogoutAnswer(request, outcome, with_));
    },
    requestLogout: async ({ serviceProvider, ...login }) =>
      writeLogoutRequest(login, await answering(serviceProvider)),
    readLogoutAnswer: async (message) =>
      refusing(() => {
        const expected = { name: "LogoutResponse", destination: settings.logoutUrl } as const;
        return readLogoutAnswer(open(message, "SAMLResponse", expected).authentic);
      }),

    metadata: async () => {
      if (kept === undefined || kept.until <= now())
        kept = {
          text: writeMetadata(settings, await ownKeys(), now()),
          until: now() + METADATA_KEPT_MS,
        };
      return kept.text;
    },
  };
};
