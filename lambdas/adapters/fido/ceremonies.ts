import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { CeremonyRefused, KeyCloned } from "../../domain/errors.ts";
import { judgeCounter } from "../../domain/key-counter.ts";
import type { AuthenticationResponse, Ceremonies, KnownKey } from "../../services/ports/fido.ts";
import { isCrossOrigin } from "./client-data.ts";
import { algorithms, verifyRegistration } from "./registration.ts";
import { knownTransports } from "./transports.ts";

/** Long enough to look for the key, plug it in and set its PIN. */
const TIMEOUT_MS = 300_000;

export interface RelyingParty {
  rpId: string;
  rpName: string;
  origins: readonly string[];
}

export const makeCeremonies = ({ rpId, rpName, origins }: RelyingParty): Ceremonies => ({
  registrationOptions: async ({ accountId, username, exclude }) => {
    const options = await generateRegistrationOptions({
      rpID: rpId,
      rpName,
      userID: new Uint8Array(Buffer.from(accountId)),
      userName: username,
      attestationType: "direct",
      // A discoverable credential would take one of the few places on the key, and the password comes first anyway.
      authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
      excludeCredentials: exclude.map(descriptorOf),
      supportedAlgorithmIDs: algorithms,
      timeout: TIMEOUT_MS,
    });
    return { challenge: options.challenge, options: { ...options, hints: ["security-key"] } };
  },

  verifyRegistration: async (response, challenge) => {
    const expected = { challenge, rpId, origins, requireUserVerification: true };
    const credential = await orRefused(verifyRegistration(response, expected));
    if (credential === undefined) throw new CeremonyRefused("the attestation statement is not valid");
    return credential;
  },

  authenticationOptions: async (keys) => {
    const options = await generateAuthenticationOptions({
      rpID: rpId,
      allowCredentials: keys.map(descriptorOf),
      userVerification: "required",
      timeout: TIMEOUT_MS,
    });
    return { challenge: options.challenge, options };
  },

  verifyAuthentication: async (response, { challenge, askedAt }, key) => {
    requireKeyAndFrame(response, key);
    const { verified, authenticationInfo } = await orRefused(
      verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: [...origins],
        expectedRPID: rpId,
        // The library looks at the counter before the signature: then anybody could make a key look cloned.
        credential: {
          id: key.id,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
          counter: 0,
        },
      }),
    );
    if (!verified) throw new CeremonyRefused("the signature does not fit");
    const counter = authenticationInfo.newCounter;
    const verdict = judgeCounter(key, counter, askedAt);
    if (verdict === "cloned") throw new KeyCloned(`the counter of key ${key.id} did not rise`);
    if (verdict === "late") throw new CeremonyRefused("a later answer of the key was first");
    return { counter };
  },
});

const requireKeyAndFrame = ({ id, response }: AuthenticationResponse, key: KnownKey): void => {
  if (id !== key.id) throw new CeremonyRefused("the response is of another key");
  const owner = Buffer.from(key.accountId).toString("base64url");
  if (response.userHandle !== undefined && response.userHandle !== "" && response.userHandle !== owner) {
    throw new CeremonyRefused("the response is of another user");
  }
  if (isCrossOrigin(response.clientDataJSON))
    throw new CeremonyRefused("asked from a frame of another origin");
};

const descriptorOf = ({ id, transports }: KnownKey) => ({ id, transports: knownTransports(transports) });

const orRefused = async <T>(ceremony: Promise<T>): Promise<T> => {
  try {
    return await ceremony;
  } catch (cause) {
    throw new CeremonyRefused("the response does not fit", { cause });
  }
};
