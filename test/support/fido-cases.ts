import { readFileSync } from "node:fs";
import {
  convertAAGUIDToString,
  decodeAttestationObject,
  isoBase64URL,
  parseAuthenticatorData,
} from "@simplewebauthn/server/helpers";
import type { CertificationLevel, SecurityKey } from "../../lambdas/domain/security-key.ts";
import type { AuthenticatorModel, Models, RegistrationResponse } from "../../lambdas/services/ports/fido.ts";
import { sharedPath } from "./shared.ts";

/** When the cases of the shared data are to be judged, and with which metadata. */
export const casesAt = "2026-10-16T12:00:00.000Z";

export interface RegistrationCase {
  name: string;
  rpId: string | null;
  origin: string | null;
  challenge: string | null;
  response: RegistrationResponse;
  fmt: string;
  expected: { verified: boolean | null };
  oracle?: { level: CertificationLevel | "NONE" | null; reason?: string };
  derived: string | null;
}
export interface AssertionCase {
  name: string;
  rpId: string;
  origin: string;
  challenge: string;
  credentialId: string | null;
  publicKeyCose: string;
  counter: number;
  flags: number;
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
  expected: { verified: boolean };
}
export interface SpecificationVector {
  name: string;
  rpId: string;
  origin: string;
  challenge: string;
  id: string;
  clientDataJSON: string;
  attestationObject: string;
  auth: { challenge: string; clientDataJSON: string; authenticatorData: string; signature: string };
}

const load = (name: string): unknown => JSON.parse(readFileSync(sharedPath(`fido/${name}`), "utf8"));

export const registrationCases = () => load("registrations.json") as RegistrationCase[];
export const assertionCases = () => load("assertions.json") as AssertionCase[];
export const specificationVectors = () =>
  (load("w3c-l3-test-vectors.json") as { vectors: SpecificationVector[] }).vectors;

/** What a response says of its attestation, whether or not it is true. Throws where it cannot be read. */
export const claimedAttestation = ({ response }: RegistrationCase): SecurityKey["attestation"] => {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject));
  const { aaguid = new Uint8Array(16) } = parseAuthenticatorData(decoded.get("authData"));
  const chain = decoded.get("attStmt").get("x5c") ?? [];
  return {
    format: decoded.get("fmt"),
    aaguid: convertAAGUIDToString(aaguid),
    chain: chain.map((certificate) => Buffer.from(certificate).toString("base64")),
  };
};

/** The reading half of the `Models` port over a list. */
export const modelsOf = (
  list: readonly AuthenticatorModel[],
  current: { no: number; nextUpdate: string } | undefined,
): Pick<Models, "current" | "find"> => {
  const byKey = new Map(list.map((model) => [model.key, model]));
  return {
    current: async () => current && { checkedAt: casesAt, no: current.no, nextUpdate: current.nextUpdate },
    find: async (key) => byKey.get(key),
  };
};
