import type { X509Certificate } from "node:crypto";
import { isForSigning, pathLength } from "./certificate.ts";

const ANY_PURPOSE = "2.5.29.37.0";

export interface PathRules {
  /** The index before which the path must not end. */
  atLeast?: number;
  /** An extended key usage: a certificate that states any must state this one. */
  purpose?: string;
}

/**
 * Whether a chain, leaf first, leads to one of the anchors: each certificate up to there within its validity, issued
 * and signed by the next, the intermediates CA. It ends at the first certificate that equals an anchor byte for byte
 * or is issued and signed by one; what follows is not looked at, for it proves nothing.
 *
 * An anchor may be of any kind (no CA, X.509 v1, expired, not self-issued): it is trusted because it is listed, never
 * because the client sent it. What the client sent obeys its constraints (RFC 5280, 4.2.1.3, 4.2.1.9 and 4.2.1.12): an
 * intermediate has no more of them below it than its path length, a leaf that states key usage may sign.
 */
export const leadsToAnchor = (
  chain: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  now: Date,
  { atLeast = 0, purpose }: PathRules = {},
): boolean => {
  for (const [index, certificate] of chain.entries()) {
    if (!isValidAt(certificate, now)) return false;
    const isListed = anchors.some((anchor) => certificate.raw.equals(anchor.raw));
    if (!isListed && !keepsConstraints(certificate, index, purpose)) return false;
    if (index >= atLeast && anchors.some((anchor) => isAnchoredBy(certificate, anchor))) return true;

    const issuer = chain[index + 1];
    if (issuer === undefined || !isIssuedBy(certificate, issuer)) return false;
  }
  return false;
};

const keepsConstraints = (
  certificate: X509Certificate,
  index: number,
  purpose: string | undefined,
): boolean => {
  const purposes = certificate.keyUsage as string[] | undefined;
  const fits =
    purpose === undefined ||
    purposes === undefined ||
    purposes.includes(purpose) ||
    purposes.includes(ANY_PURPOSE);
  // Node's `ca` heeds the key usage too: an authority that states it must be allowed to sign certificates.
  return (
    fits && (index === 0 ? isForSigning(certificate) : certificate.ca && pathLength(certificate) >= index - 1)
  );
};

export const isValidAt = (certificate: X509Certificate, now: Date): boolean =>
  certificate.validFromDate <= now && now <= certificate.validToDate;

const isAnchoredBy = (certificate: X509Certificate, anchor: X509Certificate): boolean =>
  certificate.raw.equals(anchor.raw) || isIssuedBy(certificate, anchor);

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean => {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that OpenSSL does not know.
    return false;
  }
};
