import type { X509Certificate } from "node:crypto";
import { BasicConstraints, Certificate } from "pkijs";

/** Between a seal and its root stand one or two authorities; more are an attempt to keep us busy. */
const MAX_INTERMEDIATES = 3;

const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  certificate.validFromDate <= at && at <= certificate.validToDate;

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** How many authorities may stand below this one. */
const pathLength = (authority: X509Certificate): number => {
  const { extensions = [] } = Certificate.fromBER(authority.raw);
  const constraints = extensions.find(({ extnID }) => extnID === "2.5.29.19")?.parsedValue;
  const length = constraints instanceof BasicConstraints ? constraints.pathLenConstraint : undefined;
  return typeof length === "number" ? length : MAX_INTERMEDIATES;
};

/**
 * Whether the certificate was issued, directly or through authorities among `others`, by one of the roots, with every
 * certificate of that path valid at the time.
 */
export const leadsToRoot = (
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
  below = 0,
): boolean => {
  if (!isValidAt(certificate, at)) return false;
  const mayIssue = (authority: X509Certificate): boolean =>
    authority.ca && pathLength(authority) >= below && isIssuedBy(certificate, authority);
  if (roots.some((root) => isValidAt(root, at) && mayIssue(root))) return true;
  if (below === MAX_INTERMEDIATES) return false;
  return others.some((other) => mayIssue(other) && leadsToRoot(other, others, roots, at, below + 1));
};
