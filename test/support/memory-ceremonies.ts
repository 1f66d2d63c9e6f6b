import { CeremonyRefused, KeyCloned } from "../../lambdas/domain/errors.ts";
import type {
  AuthenticationResponse,
  Ceremonies,
  RegistrationResponse,
} from "../../lambdas/services/ports/fido.ts";

/** What `memoryCeremonies` gives as options: the ids of the keys that may answer. */
export interface AskedKeys {
  challenge: string;
  keyIds: string[];
}

const envelope = (id: string) => ({
  id,
  rawId: id,
  type: "public-key" as const,
  clientExtensionResults: {},
});

/** A key's answer to a challenge, right unless another signature is given. */
export const touchOf = (
  keyId: string,
  challenge: string,
  signature = `${keyId} signs ${challenge}`,
): AuthenticationResponse => ({
  ...envelope(keyId),
  response: { clientDataJSON: "e30", authenticatorData: "e30", signature },
});

/** A new key's answer to a challenge. */
export const newKeyOf = (keyId: string, challenge: string): RegistrationResponse => ({
  ...envelope(keyId),
  response: { clientDataJSON: challenge, attestationObject: "e30" },
});

/** The `Ceremonies` port: right is who signs the very challenge; a key whose id begins with "cloned" went back. */
export const memoryCeremonies = (): Ceremonies => {
  let challenges = 0;
  const ask = (keys: readonly { id: string }[]) => {
    challenges += 1;
    const challenge = `challenge-${challenges}`;
    return { challenge, options: { challenge, keyIds: keys.map(({ id }) => id) } satisfies AskedKeys };
  };
  return {
    registrationOptions: async ({ exclude }) => ask(exclude),
    verifyRegistration: async (response, challenge) => {
      if (response.response.clientDataJSON !== challenge) throw new CeremonyRefused("another challenge");
      const attestation = { format: "packed", aaguid: "01020304-0506-0708-0102-030405060708", chain: [] };
      return {
        id: response.id,
        publicKey: "cose",
        counter: 0,
        transports: ["usb"],
        attestation,
        possibleModels: [attestation.aaguid],
      };
    },
    authenticationOptions: async (keys) => ask(keys),
    verifyAuthentication: async (response, { challenge }, key) => {
      if (response.response.signature !== `${key.id} signs ${challenge}`)
        throw new CeremonyRefused("the signature does not match");
      if (key.id.startsWith("cloned")) throw new KeyCloned("the counter went back");
      return { counter: key.counter + 1 };
    },
  };
};
