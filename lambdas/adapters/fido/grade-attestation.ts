import type { X509Certificate } from "node:crypto";
import type { IsoInstant } from "../../domain/person.ts";
import type { Graded } from "../../domain/regrading.ts";
import { certificationLevels, type Grade, type GradeReason } from "../../domain/security-key.ts";
import type { AuthenticatorModel, GradeAttestation, Models, Regrade } from "../../services/ports/fido.ts";
import { extensionValues, keyIdentifier, readableCertificates, readableChain } from "./certificate.ts";
import { leadsToAnchor } from "./certificate-path.ts";
import { isProving, possibleModels } from "./possible-models.ts";

/** id-fido-gen-ce-aaguid, 1.3.6.1.4.1.45724.1.1.4 */
const AAGUID_EXTENSION = "2b0601040182e51c010104";

/** tcg-kp-AIKCertificate: what the certificates of a TPM's attestation key are for (WebAuthn 3, 8.3.1). */
const ATTESTATION_IDENTITY_KEY = "2.23.133.8.3";

type Attestation = Parameters<GradeAttestation>[0];

export interface GradingPolicy {
  /** Whether the old functional certification without a security level is enough to link. */
  admitOldFidoCertified: boolean;
}

/**
 * The resolver: attestation → metadata entry → level (fido.md, "What @simplewebauthn/server does and does not do").
 * Whatever the client only claims is never answered as the model.
 */
export const makeGradeAttestation =
  (policy: GradingPolicy): GradeAttestation =>
  async (attestation, models, now, attestedAt = now) => {
    const refused = (reason: GradeReason) => ({ grade: { linkable: false, reason, gradedAt: now } });

    const { format, chain } = attestation;
    if (format === "packed" && chain.length === 0) return refused("self-attestation");
    if (!isProving(attestation)) return refused("no-attestation");

    const certificates = readableChain(chain);
    const [current, found] = await Promise.all([
      models.current(),
      findModel(attestation, certificates, models),
    ]);
    if (current === undefined) return refused("metadata-outdated");
    if (found === undefined) return refused("unknown-model");

    const { model, provenAt } = found;
    if (!isAaguidOfLeaf(attestation, certificates[0])) return refused("aaguid-mismatch");
    if (!model.attestationTypes.some((type) => type === "basic_full" || type === "attca")) {
      return refused("surrogate-only");
    }
    const anchors = readableCertificates(model.anchors);
    const rules = { atLeast: provenAt, ...(format === "tpm" && { purpose: ATTESTATION_IDENTITY_KEY }) };
    if (!leadsToAnchor(certificates, anchors, new Date(attestedAt), rules)) {
      return refused("certificate-path");
    }
    return gradedAs(model, policy, { no: current.no, now });
  };

/** See `Regrade`. */
export const makeRegrade = (policy: GradingPolicy): Regrade => {
  const grade = makeGradeAttestation(policy);
  return async (key, models, now) => {
    if (key.modelKey === undefined) return await grade(key.attestation, models, now, key.createdAt);
    const [current, model] = await Promise.all([models.current(), models.find(key.modelKey)]);
    if (current !== undefined && model !== undefined) return gradedAs(model, policy, { no: current.no, now });
    return { grade: { linkable: false, reason: "unknown-model", gradedAt: now } };
  };
};

const gradedAs = (
  model: AuthenticatorModel,
  policy: GradingPolicy,
  { no, now }: { no: number; now: IsoInstant },
): Graded => ({
  grade: { ...gradeOf(model, policy.admitOldFidoCertified, now), metadataNo: no },
  modelKey: model.key,
  modelName: model.name,
  ...(model.icon !== undefined && { picture: model.icon }),
});

const gradeOf = (
  { level, disqualifiedBy }: AuthenticatorModel,
  admitOldFidoCertified: boolean,
  gradedAt: IsoInstant,
): Grade => {
  const refused = { linkable: false, gradedAt };
  if (disqualifiedBy !== undefined) return { ...refused, reason: "disqualified", disqualifiedBy };

  const lowest = admitOldFidoCertified ? "FIDO_CERTIFIED" : "FIDO_CERTIFIED_L1";
  if (certificationLevels.indexOf(level) < certificationLevels.indexOf(lowest)) {
    return { ...refused, level, reason: "below-level-1" };
  }
  return { level, linkable: true, reason: "certified", gradedAt };
};

/** An OCTET STRING of 16 bytes within the extension's value; anything else equals no AAGUID. */
const readAaguid = (value: Buffer): string => {
  const hex = value.toString("hex");
  const [, ...parts] = /^0410(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex) ?? [];
  return parts.join("-");
};

/** U2F knows no AAGUID: a key that speaks FIDO2 too says zero there, and its certificate names the FIDO2 model. */
const isAaguidOfLeaf = ({ aaguid, format }: Attestation, leaf: X509Certificate | undefined): boolean =>
  format === "fido-u2f" ||
  leaf === undefined ||
  extensionValues(leaf, AAGUID_EXTENSION).every((value) => readAaguid(value) === aaguid);

/** The model, and the index of the certificate that names it: the path must reach at least so far. */
const findModel = async (
  attestation: Attestation,
  certificates: readonly X509Certificate[],
  models: Pick<Models, "find">,
): Promise<{ model: AuthenticatorModel; provenAt: number } | undefined> => {
  const keys = possibleModels(attestation);
  const found = await Promise.all(keys.map((key) => models.find(key)));
  const model = found.find((candidate) => candidate !== undefined);
  if (model === undefined) return undefined;
  const provenAt = certificates.findIndex((certificate) => keyIdentifier(certificate) === model.key);
  return { model, provenAt: Math.max(0, provenAt) };
};
