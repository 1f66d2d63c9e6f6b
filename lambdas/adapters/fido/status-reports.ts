import { type CertificationLevel, certificationLevels } from "../../domain/security-key.ts";

/** What is used of a status report (FIDO Metadata Service, 3.1.4). */
export interface StatusReport {
  status: string;
  /** `YYYY-MM-DD`; a report without it is in effect. */
  effectiveDate?: string | undefined;
}

/** Statuses that take a level away whatever else is reported, the worst first. */
const disqualifying = [
  "REVOKED",
  "ATTESTATION_KEY_COMPROMISE",
  "USER_KEY_REMOTE_COMPROMISE",
  "USER_VERIFICATION_BYPASS",
  "USER_KEY_PHYSICAL_COMPROMISE",
  "RETIRED",
];

export interface Standing {
  level: CertificationLevel;
  levelDate?: string;
  disqualifiedBy?: string;
}

/**
 * Where a model stands by its reports, whose order means nothing: the highest level in effect, since when it holds,
 * and the worst disqualifying status, which counts from the moment it is published. Any other status is information.
 */
export const standing = (reports: readonly StatusReport[], today: string): Standing => {
  const inEffect = reports.filter(
    ({ effectiveDate }) => effectiveDate === undefined || effectiveDate <= today,
  );
  const level = certificationLevels.findLast((candidate) =>
    inEffect.some(({ status }) => status === candidate),
  );
  const levelDate = inEffect
    .filter(({ status }) => status === level)
    .flatMap(({ effectiveDate }) => effectiveDate ?? [])
    .toSorted()[0];
  const disqualifiedBy = disqualifying.find((bad) => reports.some(({ status }) => status === bad));
  return {
    level: level ?? "NOT_FIDO_CERTIFIED",
    ...(levelDate !== undefined && { levelDate }),
    ...(disqualifiedBy !== undefined && { disqualifiedBy }),
  };
};
