import type { AuthenticatorReason, AuthenticatorState } from "./authenticator.ts";
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
  /** A passkey that a password manager may copy to other devices: it attests nothing. */
  synced?: boolean;
  transports: string[];
  attestation: {
    format: string;
    aaguid: string;
    /** DER certificates, base64, leaf first. */
    chain: string[];
  };
  /** AAGUID, or attestation certificate key identifiers, under which metadata may list its model; none unattested. */
  possibleModels: string[];
  /** The one of them under which the model is listed. */
  modelKey?: string;
  modelName?: string;
  /** The name of the model's picture. */
  picture?: string;
  grade: Grade;
  createdAt: IsoInstant;
  lastUsedAt?: IsoInstant;
  /** Since its counter went back: there may be a copy of it, so it opens nothing any more. */
  clonedAt?: IsoInstant;
  /** Present while, or after, NIA knows this key. */
  link?: KeyLink;
}

export interface KeyLink {
  /** IdentifikaceProstredku: fresh and random per key and attempt. */
  authenticatorId: string;
  /** What NIA is to hold; whether it does already is said by the `Authenticator` of that identifier. */
  state: AuthenticatorState;
  changedAt: IsoInstant;
  /** Why it is suspended: it is active again once none is left. Absent while there is none. */
  suspendedFor?: SuspensionReason[];
}

export type SuspensionReason = Extract<
  AuthenticatorReason,
  "model-disqualified" | "key-cloned" | "pseudonym-invalidated" | "helpdesk-suspension"
>;

export const isLinked = (key: SecurityKey): boolean =>
  key.link?.state === "active" || key.link?.state === "suspended";

/** The level of assurance that a linkable key has at NIA (product.md, "Words"). */
export const LINKABLE_KEY_LOA = "Substantial";

/** Whether it can be touched for a login or a confirmation login. */
export const isUsable = (key: SecurityKey): boolean => key.clonedAt === undefined;

/** The key with its link suspended for one more reason; the same key where it is not linked, or suspended for it already. */
export const suspended = (key: SecurityKey, reason: SuspensionReason, at: IsoInstant): SecurityKey => {
  const reasons = key.link?.suspendedFor ?? [];
  if (key.link === undefined || !isLinked(key) || reasons.includes(reason)) return key;
  return { ...key, link: { ...key.link, ...suspension([...reasons, reason]), changedAt: at } };
};

/** The key without this reason, active again if it was the last one; the same key where it was not suspended for it. */
export const resumed = (key: SecurityKey, reason: SuspensionReason, at: IsoInstant): SecurityKey => {
  if (key.link === undefined || !isLinked(key) || key.link.suspendedFor?.includes(reason) !== true)
    return key;
  const { suspendedFor, ...link } = key.link;
  const left = suspendedFor.filter((other) => other !== reason);
  return { ...key, link: { ...link, ...suspension(left), changedAt: at } };
};

const suspension = (reasons: SuspensionReason[]): Pick<KeyLink, "state" | "suspendedFor"> =>
  reasons.length === 0 ? { state: "active" } : { state: "suspended", suspendedFor: reasons };

/** What a key brings along that keeps its link suspended from the start. */
export const ownSuspensions = ({ grade, clonedAt }: SecurityKey): SuspensionReason[] => [
  ...(grade.disqualifiedBy === undefined ? [] : ["model-disqualified" as const]),
  ...(clonedAt === undefined ? [] : ["key-cloned" as const]),
];

/** The link that a key gets when NIA knows it, suspended where the whole account is. */
export const newLink = (
  key: SecurityKey,
  authenticatorId: string,
  at: IsoInstant,
  ofAccount: readonly SuspensionReason[] = [],
): KeyLink => ({
  authenticatorId,
  ...suspension([...ownSuspensions(key), ...ofAccount]),
  changedAt: at,
});
