import type { X509Certificate } from "node:crypto";

/**
 * Whether a chain, leaf first, leads to one of the anchors: each certificate up to there within its validity, issued
 * and signed by the next, the intermediates CA. It ends at the first certificate that equals an anchor byte for byte
 * or is issued and signed by one; what follows is not looked at, for it proves nothing.
 *
 * An anchor may be of any kind (no CA, X.509 v1, expired, not self-issued): it is trusted because it is listed, never
 * because the client sent it. `atLeast` is the index before which the path must not end.
 */
export const leadsToAnchor = (
  chain: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  now: Date,
  atLeast = 0,
): boolean => {
  for (const [index, certificate] of chain.entries()) {
    if (!isValidAt(certificate, now)) return false;
    if (index > 0 && !certificate.ca) return false;
    if (index >= atLeast && anchors.some((anchor) => isAnchoredBy(certificate, anchor))) return true;

    const issuer = chain[index + 1];
    if (issuer === undefined || !isIssuedBy(certificate, issuer)) return false;
  }
  return false;
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
