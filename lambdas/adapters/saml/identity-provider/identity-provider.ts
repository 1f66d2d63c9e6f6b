import { SamlMessageRefused } from "../../../domain/errors.ts";
import type { LoginRequest } from "../../../domain/login-request.ts";
import { statusOf } from "../../../domain/saml-status.ts";
import type { IdentityProvider } from "../../../services/ports/identity-provider.ts";
import type { Clock } from "../../../services/ports/platform.ts";
import { type KeyPair, pairsOf, type ReadKeyPairs } from "../../key-pairs.ts";
import { type Answering, writeAnswer, writeRefusal } from "./answer.ts";
import { form } from "./delivery.ts";
import { writeLogoutAnswer, writeLogoutRequest } from "./logout.ts";
import { writeMetadata } from "./metadata.ts";
import { makeReading, refusing } from "./reading.ts";
import { readServiceProviders } from "./service-provider.ts";
import type { IdentityProviderSettings } from "./settings.ts";

export interface IdentityProviderParts {
  settings: IdentityProviderSettings;
  /** The first signs; the metadata tell of all. */
  keys: ReadKeyPairs;
  clock: Clock;
}

type SigningKeys = readonly [KeyPair, ...KeyPair[]];

const METADATA_KEPT_MS = 60 * 60_000;

/** Made when asked for, and then the same for an hour. */
const keptMetadata = (
  settings: IdentityProviderSettings,
  keys: () => Promise<SigningKeys>,
  now: () => number,
): (() => Promise<string>) => {
  let kept: { text: string; until: number } | undefined;
  return async () => {
    if (kept === undefined || kept.until <= now())
      kept = { text: writeMetadata(settings, await keys(), now()), until: now() + METADATA_KEPT_MS };
    return kept.text;
  };
};

/** The identity provider over SAML 2.0. Throws where the metadata of a service provider can't be read. */
export const makeIdentityProvider = ({ settings, keys, clock }: IdentityProviderParts): IdentityProvider => {
  const providers = readServiceProviders(settings.serviceProviders);
  const now = (): number => Date.parse(clock());

  const signingKeys = async (): Promise<SigningKeys> => {
    const [first, ...more] = pairsOf(await keys());
    if (!first) throw new Error("there is no key to sign with");
    return [first, ...more];
  };
  // metadata may have changed since the request came
  const partsFor = async (serviceProvider: string): Promise<Answering> => {
    const provider = providers.get(serviceProvider);
    if (!provider) throw new SamlMessageRefused("the service provider is not registered any more");
    const [key] = await signingKeys();
    return { entityId: settings.entityId, key, now: now(), provider };
  };
  const partsToAnswer = async ({ serviceProvider, consumerUrl }: LoginRequest): Promise<Answering> => {
    const parts = await partsFor(serviceProvider);
    if (!parts.provider.consumers.some(({ url }) => url === consumerUrl))
      throw new SamlMessageRefused("the address for the answer is not registered any more");
    return parts;
  };

  return {
    ...makeReading(settings, providers, now),
    answer: async (request, authentication) => {
      const text = writeAnswer(request, authentication, await partsToAnswer(request));
      return form(request.consumerUrl, "SAMLResponse", text, request.relayState);
    },
    refuse: async (request, failure) => {
      const text = writeRefusal(request, statusOf[failure], await partsToAnswer(request));
      return form(request.consumerUrl, "SAMLResponse", text, request.relayState);
    },
    answerLogout: async (request, outcome) => {
      const parts = await partsFor(request.serviceProvider);
      return refusing(() => writeLogoutAnswer(request, outcome, parts));
    },
    requestLogout: async ({ serviceProvider, ...login }) =>
      writeLogoutRequest(login, await partsFor(serviceProvider)),
    metadata: keptMetadata(settings, signingKeys, now),
  };
};
