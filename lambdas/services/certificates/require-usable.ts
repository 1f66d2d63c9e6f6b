import { type CertificateFacts, certificateFault } from "../../domain/client-certificate.ts";
import { CertificateRefused } from "../../domain/errors.ts";
import type { IsoInstant } from "../../domain/person.ts";

/** Throws `CertificateRefused` with why this certificate can't be logged in with at that time. */
export const requireUsable = (facts: CertificateFacts, at: IsoInstant): void => {
  const fault = certificateFault(facts, at);
  if (fault !== undefined) throw new CertificateRefused(fault);
};
