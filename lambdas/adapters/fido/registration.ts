import {
  type RegistrationResponseJSON,
  SettingsService,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject, isoCBOR, parseAuthenticatorData } from "@simplewebauthn/server/helpers";
import type { NewCredential, RegistrationResponse } from "../../services/ports/fido.ts";
import { isAndroidKeyStatement } from "./android-key.ts";
import { isCrossOrigin } from "./client-data.ts";
import { possibleModels } from "./possible-models.ts";
import { knownTransports } from "./transports.ts";

/** ES256, EdDSA, RS256: what certified authenticators offer. */
export const algorithms = [-7, -8, -257];

// Certificate paths are the resolver's. The library would judge them by roots of its own, and fetch revocation lists
// from addresses that the client's certificates name.
for (const identifier of ["apple", "android-key", "android-safetynet"] as const) {
  SettingsService.setRootCertificates({ identifier, certificates: [] });
}

/** What a response must fit. */
export interface ExpectedRegistration {
  challenge: string;
  rpId: string;
  origins: readonly string[];
  requireUserVerification: boolean;
}

/** The new credential, or undefined where the attestation statement is not valid. Throws whatever the library does. */
export const verifyRegistration = async (
  response: RegistrationResponse,
  expected: ExpectedRegistration,
): Promise<NewCredential | undefined> => {
  if (isCrossOrigin(response.response.clientDataJSON)) return undefined;
  const original = decodeAttestationObject(Buffer.from(response.response.attestationObject, "base64url"));
  const statement = original.get("attStmt");
  const format = original.get("fmt");
  const chain = statement.get("x5c") ?? [];
  if (format === "android-key" && !isAndroidKey(response, original)) return undefined;

  const { verified, registrationInfo: info } = await verifyByLibrary(
    format === "android-key" ? withoutStatement(response, original.get("authData")) : response,
    expected,
  );
  if (!verified) return undefined;
  const attestation = {
    format,
    aaguid: info.aaguid,
    chain: chain.map((certificate) => Buffer.from(certificate).toString("base64")),
  };
  return {
    id: info.credential.id,
    publicKey: Buffer.from(info.credential.publicKey).toString("base64url"),
    counter: info.credential.counter,
    ...(info.credentialDeviceType === "multiDevice" && { synced: true }),
    transports: knownTransports(response.response.transports),
    attestation,
    possibleModels: possibleModels(attestation),
  };
};

const verifyByLibrary = (
  response: RegistrationResponse,
  { challenge, rpId, origins, requireUserVerification }: ExpectedRegistration,
): Promise<VerifiedRegistrationResponse> =>
  verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: [...origins],
    expectedRPID: rpId,
    requireUserVerification,
    supportedAlgorithmIDs: algorithms,
  });

type Cbor = Parameters<typeof isoCBOR.encode>[0];
type AttestationObject = ReturnType<typeof decodeAttestationObject>;

const isAndroidKey = ({ response }: RegistrationResponse, attestation: AttestationObject): boolean => {
  const statement = attestation.get("attStmt");
  const authData = attestation.get("authData");
  const { credentialPublicKey } = parseAuthenticatorData(authData);
  const sig = statement.get("sig");
  const leaf = statement.get("x5c")?.[0];
  if (sig === undefined || leaf === undefined || credentialPublicKey === undefined) return false;
  const clientDataJson = Buffer.from(response.clientDataJSON, "base64url");
  return isAndroidKeyStatement({
    alg: statement.get("alg"),
    sig,
    leaf,
    authData,
    credentialPublicKey,
    clientDataJson,
  });
};

/** The same authenticator data as format `none`: the rest of the ceremony, once the statement has been checked. */
const withoutStatement = (response: RegistrationResponse, authData: Uint8Array): RegistrationResponse => {
  const none: Map<string, Cbor> = new Map<string, Cbor>([
    ["fmt", "none"],
    ["attStmt", new Map()],
    ["authData", authData],
  ]);
  const attestationObject = Buffer.from(isoCBOR.encode(none)).toString("base64url");
  return { ...response, response: { ...response.response, attestationObject } };
};
