import type { SecurityKey } from "../../domain/security-key.ts";
import { keyIdentifier, readableChain } from "./certificate.ts";

export const ZERO_AAGUID = "00000000-0000-0000-0000-000000000000";
/** Formats whose signature the ceremony has checked with the first certificate of the chain. */
const provingFormats = ["packed", "tpm", "android-key", "fido-u2f", "apple"];
/** Real chains have at most four certificates. */
const LONGEST = 4;

/** Whether the attestation could prove a model at all: by certificates, in a format that is checked against them. */
export const isProving = ({ format, chain }: SecurityKey["attestation"]): boolean =>
  provingFormats.includes(format) && chain.length > 0;

/**
 * The keys under which metadata may list the model: the AAGUID, or where that is zero (U2F) the key identifiers of
 * the certificates, leaf first.
 */
export const possibleModels = (attestation: SecurityKey["attestation"]): string[] => {
  if (!isProving(attestation)) return [];
  if (attestation.aaguid !== ZERO_AAGUID) return [attestation.aaguid];
  return [...new Set(readableChain(attestation.chain.slice(0, LONGEST)).map(keyIdentifier))];
};
