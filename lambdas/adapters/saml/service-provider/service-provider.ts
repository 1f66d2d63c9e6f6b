import { X509Certificate } from "node:crypto";
import type { Clock } from "../../../services/ports/platform.ts";
import type { ServiceProvider } from "../../../services/ports/service-provider.ts";
import { type KeyPair, pairsOf, type ReadKeyPairs } from "../../key-pairs.ts";
import { readAnswer } from "./answer/read-answer.ts";
import { readLogoutAnswer } from "./logout-answer.ts";
import { type Sending, writeAuthnRequest, writeLogoutRequest } from "./messages.ts";
import { writeOwnMetadata } from "./own-metadata.ts";
import { readPortalMetadata } from "./portal-metadata.ts";
import type { ServiceProviderSettings } from "./settings.ts";

export interface ServiceProviderParts {
  settings: ServiceProviderSettings;
  /** The first signs; each of them decrypts. */
  keys: ReadKeyPairs;
  clock: Clock;
}

/** Metadata may be older than a certificate that they name. */
const hasEnded = (certificatePem: string, at: number): boolean =>
  new X509Certificate(certificatePem).validToDate.getTime() <= at;

/** The service provider towards NIA's portal. It calls nobody: the browser carries all messages. */
export const makeServiceProvider = ({ settings, keys, clock }: ServiceProviderParts): ServiceProvider => {
  const now = (): number => Date.parse(clock());
  const pairs = async (): Promise<KeyPair[]> => pairsOf(await keys());
  const sending = async (relayState: string | undefined): Promise<Sending> => {
    const [key] = await pairs();
    if (key === undefined) throw new RangeError("no key");
    return { key, now: now(), relayState };
  };

  return {
    authenticationRequest: async ({ relayState } = {}) => {
      const message = writeAuthnRequest(settings, await sending(relayState));
      return { ...message, requestId: message.id, askedAt: message.issuedAt, level: settings.level };
    },
    readAnswer: async (samlResponse, { asked, certificates }) => {
      const privateKeys = (await pairs()).map(({ privateKeyPem }) => privateKeyPem);
      const living = certificates.filter((certificate) => !hasEnded(certificate, now()));
      return readAnswer(samlResponse, privateKeys, { settings, asked, certificates: living, now: now() });
    },
    logoutRequest: async (session, { relayState } = {}) =>
      writeLogoutRequest(settings, session, await sending(relayState)),
    readLogoutAnswer,
    ownMetadata: async () => writeOwnMetadata(settings, await keys(), now()),
    readMetadata: (xml) => readPortalMetadata(xml, settings, now()),
  };
};
