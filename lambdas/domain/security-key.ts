import type { AuthenticatorState } from "./authenticator.ts";
import type { IsoInstant } from "./person.ts";

/** FIDO certification levels, lowest first; `FIDO_CERTIFIED` is the old one without a security level. */
export const certificationLevels = [
  "NOT_FIDO_CERTIFIED",
  "FIDO_CERTIFIED",
  "FIDO_CERTIFIED_L1",
  "FIDO_CERTIFIED_L1plus",
  "FIDO_CERTIFIED_L2",
  "FIDO_CERTIFIED_L2plus",
  "FIDO_CERTIFIED_L3",
  "FIDO_CERTIFIED_L3plus",
] as const;
export type CertificationLevel = (typeof certificationLevels)[number];

/** Why a key is or is not linkable; the web app has a sentence for each. */
export type GradeReason =
  | "certified"
  | "below-level-1"
  | "disqualified"
  | "no-attestation"
  | "self-attestation"
  | "unknown-model"
  | "surrogate-only"
  | "aaguid-mismatch"
  | "certificate-path"
  | "metadata-outdated";

/** What the metadata prove of a key's model. */
export interface Grade {
  /** Absent where nothing could be proven. */
  level?: CertificationLevel;
  linkable: boolean;
  reason: GradeReason;
  /** The disqualifying status report, `REVOKED` and the like. */
  disqualifiedBy?: string;
  /** Number of the metadata BLOB that the grade was made with. */
  metadataNo?: number;
  gradedAt: IsoInstant;
}

/** A WebAuthn credential of an account. */
export interface SecurityKey {
  type: "security-key";
  accountId: string;
  /** Credential id, base64url. */
  id: string;
  version: number;
  name: string;
  /** COSE public key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  attestation: {
    format: string;
    aaguid: string;
    /** DER certificates, base64, leaf first. */
    chain: string[];
  };
  /** AAGUID or attestation certificate key identifier under which the model is listed. */
  modelKey?: string;
  modelName?: string;
  grade: Grade;
  createdAt: IsoInstant;
  lastUsedAt?: IsoInstant;
  /** Present while, or after, NIA knows this key. */
  link?: KeyLink;
}

export interface KeyLink {
  /** IdentifikaceProstredku: fresh and random per key and attempt. */
  authenticatorId: string;
  /** What NIA is to hold; whether it does already is said by the `Authenticator` of that identifier. */
  state: AuthenticatorState;
  changedAt: IsoInstant;
}

export const isLinked = (key: SecurityKey): boolean =>
  key.link?.state === "active" || key.link?.state === "suspended";

/** The level of assurance that a linkable key has at NIA (product.md, "Words"). */
export const LINKABLE_KEY_LOA = "Substantial";
