import { X509Certificate } from "node:crypto";
import type { ServiceProviderSettings } from "./settings.ts";

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, now: number): boolean =>
  validFromDate.getTime() <= now && now < validToDate.getTime();

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean => {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // a key of a kind that OpenSSL does not know
    return false;
  }
};

/** By name or by identifier (`NTRCZ-72054506`), one line each as Node writes them. */
const organizationsOf = ({ subject }: X509Certificate): string[] =>
  subject.split("\n").flatMap((line) => /^(?:O|organizationIdentifier)=(.*)$/.exec(line)?.[1] ?? []);

/**
 * Whether a certificate is one of the portal's organization, issued directly by a pinned authority, and both are valid
 * now. The authority issues seals to everybody, so its name alone proves nothing.
 */
export const isOfPortal = (
  certificate: X509Certificate,
  { authorities, organizations }: ServiceProviderSettings["portal"],
  now: number,
): boolean => {
  const issuers = authorities.map((pem) => new X509Certificate(pem)).filter(({ ca }) => ca);
  return (
    !certificate.ca &&
    isValidAt(certificate, now) &&
    organizationsOf(certificate).some((name) => organizations.includes(name)) &&
    issuers.some((issuer) => isValidAt(issuer, now) && isIssuedBy(certificate, issuer))
  );
};
