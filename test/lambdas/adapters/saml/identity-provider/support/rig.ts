import { SamlMessageRefused } from "../../../../../../lambdas/domain/errors.ts";
import type {
  IdentityProvider,
  SamlMessage,
} from "../../../../../../lambdas/services/ports/identity-provider.ts";
import { type Identity, selfSigned } from "../../../../../../local/certificates.ts";
import { anIdentityProvider } from "./our-provider.ts";
import { minutesFromNow, NOW, theirMetadata } from "./their-requests.ts";

/** Registered with the key of `stranger`, and with the key of `them` but for too short a time. */
export const neighbour = "urn:example:neighbour";
export const expired = "urn:example:expired";

/** Our identity provider at noon, with who is registered there. */
export interface Rig {
  key: Identity;
  stranger: Identity;
  provider: IdentityProvider;
}

export const aRig = async (): Promise<Rig> => {
  const [key, stranger] = await Promise.all([
    selfSigned({ commonName: "service" }),
    selfSigned({ commonName: "somebody else" }),
  ]);
  const metadata = [
    theirMetadata(key),
    theirMetadata(stranger, { entityId: neighbour }),
    theirMetadata(key, { entityId: expired, attributes: `validUntil="${minutesFromNow(-1)}"` }),
  ];
  return { key, stranger, provider: anIdentityProvider({ current: key }, metadata, () => NOW) };
};

/** Why a message is refused. Throws where it is not, or otherwise. */
export const refusalOf = async (
  message: SamlMessage,
  read: (message: SamlMessage) => Promise<unknown>,
): Promise<string> => {
  const error = await read(message).catch((thrown: unknown) => thrown);
  if (error instanceof SamlMessageRefused) return error.message;
  throw new Error("it was not refused as it should be", { cause: error });
};
