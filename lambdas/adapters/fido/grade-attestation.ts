import type { X509Certificate } from "node:crypto";
import type { IsoInstant } from "../../domain/person.ts";
import { certificationLevels, type Grade, type GradeReason } from "../../domain/security-key.ts";
import type { AuthenticatorModel, GradeAttestation, Models } from "../../services/ports/fido.ts";
import { extensionValues, keyIdentifier, parseCertificates, readableCertificates } from "./certificate.ts";
import { leadsToAnchor } from "./certificate-path.ts";

const ZERO_AAGUID = "00000000-0000-0000-0000-000000000000";
/** id-fido-gen-ce-aaguid, 1.3.6.1.4.1.45724.1.1.4 */
const AAGUID_EXTENSION = "2b0601040182e51c010104";
/** Formats whose signature the ceremony has checked with the first certificate of the chain. */
const provingFormats = ["packed", "tpm", "android-key", "fido-u2f", "apple"];

type Attestation = Parameters<GradeAttestation>[0];

export interface GradingPolicy {
  /** Whether the old functional certification without a security level is enough to link. */
  admitOldFidoCertified: boolean;
  /** How long metadata may be past their next update before they stop new linking. */
  toleratePastNextUpdateSeconds: number;
}

/**
 * The resolver: attestation → metadata entry → level (fido.md, "What @simplewebauthn/server does and does not do").
 * Whatever the client only claims is never answered as the model.
 */
export const makeGradeAttestation =
  (policy: GradingPolicy): GradeAttestation =>
  async (attestation, models, now) => {
    const refused = (reason: GradeReason) => ({ grade: { linkable: false, reason, gradedAt: now } });

    const { format, chain } = attestation;
    if (format === "packed" && chain.length === 0) return refused("self-attestation");
    if (!provingFormats.includes(format) || chain.length === 0) return refused("no-attestation");

    const evidence = readEvidence(attestation);
    if (evidence === undefined) return refused("certificate-path");
    const [current, found] = await Promise.all([models.current(), findModel(evidence, models)]);
    if (current === undefined) return refused("metadata-outdated");
    if (found === undefined) return refused("unknown-model");

    const { model, provenAt } = found;
    if (!isAaguidOfLeaf(evidence, format)) return refused("aaguid-mismatch");
    if (!model.attestationTypes.some((type) => type === "basic_full" || type === "attca")) {
      return refused("surrogate-only");
    }
    if (!leadsToAnchor(evidence.certificates, readableCertificates(model.anchors), new Date(now), provenAt)) {
      return refused("certificate-path");
    }
    const secondsPast = (Date.parse(now) - Date.parse(current.nextUpdate)) / 1000;
    const isOutdated = secondsPast > policy.toleratePastNextUpdateSeconds;
    const grade = gradeOf(model, isOutdated, policy.admitOldFidoCertified, now);
    return { grade: { ...grade, metadataNo: current.no }, modelKey: model.key, modelName: model.name };
  };

const gradeOf = (
  { level, disqualifiedBy }: AuthenticatorModel,
  isOutdated: boolean,
  admitOldFidoCertified: boolean,
  gradedAt: IsoInstant,
): Grade => {
  const refused = { linkable: false, gradedAt };
  if (disqualifiedBy !== undefined) return { ...refused, reason: "disqualified", disqualifiedBy };

  const lowest = admitOldFidoCertified ? "FIDO_CERTIFIED" : "FIDO_CERTIFIED_L1";
  if (certificationLevels.indexOf(level) < certificationLevels.indexOf(lowest)) {
    return { ...refused, level, reason: "below-level-1" };
  }
  if (isOutdated) return { ...refused, level, reason: "metadata-outdated" };
  return { level, linkable: true, reason: "certified", gradedAt };
};

interface Evidence {
  aaguid: string;
  certificates: X509Certificate[];
  /** Of each certificate, in the order of the chain. */
  keyIdentifiers: string[];
  /** What the leaf says of its AAGUID: usually nothing or once. */
  leafAaguids: string[];
}

/** Undefined where a certificate cannot be read. */
const readEvidence = ({ aaguid, chain }: Attestation): Evidence | undefined => {
  try {
    const certificates = parseCertificates(chain);
    const leafExtensions = certificates
      .slice(0, 1)
      .flatMap((leaf) => extensionValues(leaf, AAGUID_EXTENSION));
    return {
      aaguid,
      certificates,
      keyIdentifiers: certificates.map(keyIdentifier),
      leafAaguids: leafExtensions.map(readAaguid),
    };
  } catch {
    return undefined;
  }
};

/** An OCTET STRING of 16 bytes within the extension's value; anything else equals no AAGUID. */
const readAaguid = (value: Buffer): string => {
  const hex = value.toString("hex");
  const [, ...parts] = /^0410(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex) ?? [];
  return parts.join("-");
};

/** U2F knows no AAGUID: a key that speaks FIDO2 too says zero there, and its certificate names the FIDO2 model. */
const isAaguidOfLeaf = ({ aaguid, leafAaguids }: Evidence, format: string): boolean =>
  format === "fido-u2f" || leafAaguids.every((leafAaguid) => leafAaguid === aaguid);

/** The model, and the index of the certificate that names it: the path must reach at least so far. */
const findModel = async (
  { aaguid, keyIdentifiers }: Evidence,
  models: Pick<Models, "find">,
): Promise<{ model: AuthenticatorModel; provenAt: number } | undefined> => {
  const keys = aaguid === ZERO_AAGUID ? keyIdentifiers : [aaguid];
  const found = await Promise.all(keys.map((key) => models.find(key)));
  const provenAt = found.findIndex((model) => model !== undefined);
  const model = found[provenAt];
  return model && { model, provenAt };
};
