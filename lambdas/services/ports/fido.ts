import type { IsoInstant } from "../../domain/person.ts";
import type { ModelStandings } from "../../domain/model-standing.ts";
import type { Graded } from "../../domain/regrading.ts";
import type { CertificationLevel, SecurityKey } from "../../domain/security-key.ts";

/** WebAuthn JSON of the browser, already checked against the contract's schema. */
export interface RegistrationResponse {
  id: string;
  rawId: string;
  type: "public-key";
  response: { clientDataJSON: string; attestationObject: string; transports?: string[] | undefined };
  clientExtensionResults: Record<string, unknown>;
  authenticatorAttachment?: string | undefined;
}
export interface AuthenticationResponse {
  id: string;
  rawId: string;
  type: "public-key";
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string | undefined;
  };
  clientExtensionResults: Record<string, unknown>;
  authenticatorAttachment?: string | undefined;
}

/** A challenge, and when it was made: a signature over it is younger. */
export interface AskedChallenge {
  challenge: string;
  askedAt: IsoInstant;
}

/** The part of a new credential that the ceremony itself proves. */
export type NewCredential = Pick<
  SecurityKey,
  "id" | "publicKey" | "counter" | "synced" | "transports" | "attestation" | "possibleModels"
>;

/** What a ceremony needs to know of a key that is there already; the account is the user handle it was registered with. */
export type KnownKey = Pick<
  SecurityKey,
  "accountId" | "id" | "publicKey" | "counter" | "transports" | "createdAt" | "lastUsedAt"
>;

/**
 * WebAuthn ceremonies: challenge, origin, RP id, flags, signature, counter, attestation statement.
 * The level of the model is not theirs to say: see `GradeAttestation`. Throws `CeremonyRefused`.
 */
export interface Ceremonies {
  registrationOptions(user: {
    accountId: string;
    username: string;
    exclude: readonly KnownKey[];
  }): Promise<{ challenge: string; options: unknown }>;
  verifyRegistration(response: RegistrationResponse, challenge: string): Promise<NewCredential>;
  /** Options that only these keys can answer. */
  authenticationOptions(keys: readonly KnownKey[]): Promise<{ challenge: string; options: unknown }>;
  /** Answers the new counter. Where the counter proves a copy of the key, throws `KeyCloned`: see `judgeCounter`. */
  verifyAuthentication(
    response: AuthenticationResponse,
    asked: AskedChallenge,
    key: KnownKey,
  ): Promise<{ counter: number }>;
}

/** One model of authenticator as the verified metadata describe it. */
export interface AuthenticatorModel {
  /** AAGUID, or attestation certificate key identifier (hex) of a U2F model. */
  key: string;
  name: string;
  /** Who makes it, as far as its trust anchors say. */
  vendor: string;
  level: CertificationLevel;
  /** Effective date of the report that gives the level. */
  levelDate?: string;
  /** The worst disqualifying status, where one is present. */
  disqualifiedBy?: string;
  /** DER, base64. */
  anchors: string[];
  attestationTypes: string[];
  transports: string[];
  kind: "hardware" | "platform" | "other";
  userVerification: string[];
  /** The name of its icon, where it has one that can be shown. */
  icon?: string;
  metadataNo: number;
}

/**
 * A picture of a model, named after its contents, so that it may be cached for ever. An SVG may hold scripts: serve it
 * with `content-security-policy: default-src 'none'; style-src 'unsafe-inline'; sandbox`, and show it as an image only.
 */
export interface ModelIcon {
  name: string;
  mediaType: "image/png" | "image/svg+xml";
  base64: string;
}

/** Which metadata are stored: the source of every level that is shown. */
export interface CurrentMetadata {
  no: number;
  nextUpdate: string;
  /** When they were last downloaded and verified. */
  checkedAt: IsoInstant;
}

/** What the public list says of a model. */
export type ListedModel = Omit<AuthenticatorModel, "anchors">;

/** The stored metadata of authenticators. */
export interface Models {
  current(): Promise<CurrentMetadata | undefined>;
  find(modelKey: string): Promise<AuthenticatorModel | undefined>;
  /** An icon by its name. */
  icon(name: string): Promise<ModelIcon | undefined>;
  /** Every model of level 1 and up without a disqualifying status, for the public list. */
  certified(): Promise<ListedModel[]>;
  /**
   * Writes all models, and the number last; a model that is not among them is not found any more. The same number
   * again is allowed. Throws `MetadataRollback` for a number that goes back.
   */
  replace(metadata: Metadata, checkedAt: IsoInstant): Promise<void>;
  /** What models stood like when their changes were last handed over for review; none before the first time. */
  handedOver(): Promise<ModelStandings>;
  handOver(standings: ModelStandings): Promise<void>;
}

/** The text at an address. Throws where it is not there, not in time, or too large. */
export type Download = (url: string) => Promise<string>;

/** Where BLOBs are kept as they were signed. Keeping the same again changes nothing. */
export interface MetadataArchive {
  keep(no: number, blob: string): Promise<void>;
}

/** A verified BLOB. */
export interface Metadata {
  no: number;
  nextUpdate: string;
  models: AuthenticatorModel[];
  /** Every icon that a model names, once. */
  icons: ModelIcon[];
  /** Entries that could not be read, by position, with why. */
  skipped: { index: number; why: string }[];
}

/** Verifies signature, path, host and dates of a BLOB, and reads it entry by entry. Throws `MetadataInvalid`. */
export type ReadMetadata = (blob: string, now: Date) => Metadata;

/**
 * The level that an attestation proves, by the rules of fido.md in their order. Never throws: a refusal is a reason.
 * Certificates must have been valid when the key was attested (now, unless said otherwise); the model counts as it is
 * now. `certificate-path` says that a listed model is claimed whose anchors did not attest it: a forgery.
 */
export type GradeAttestation = (
  attestation: SecurityKey["attestation"],
  models: Pick<Models, "current" | "find">,
  now: IsoInstant,
  attestedAt?: IsoInstant,
) => Promise<Graded>;

/**
 * The grade of a key by today's metadata. A model that was proven when the key was added stays proven, whatever
 * anchors it has now; a key whose model was not listed is judged anew by the attestation of that day.
 */
export type Regrade = (
  key: Pick<SecurityKey, "attestation" | "modelKey" | "createdAt">,
  models: Pick<Models, "current" | "find">,
  now: IsoInstant,
) => Promise<Graded>;
