import { X509Certificate } from "node:crypto";
import type { CertificateFacts } from "../../domain/client-certificate.ts";
import { CertificateRefused } from "../../domain/errors.ts";
import type { ReadCertificate } from "../../services/ports/certificates.ts";

const MAX_LENGTH = 8192;
const PEM = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;
const WEAK_SIGNATURE = /md[245]|sha-?1(?!\d)/i;

const derOf = (text: string): Buffer => {
  if (text.length > MAX_LENGTH) throw new CertificateRefused("certificate-malformed");
  // Said apart, for its owner has to hear that nobody may ever get it.
  if (text.includes("PRIVATE KEY")) throw new CertificateRefused("certificate-private-key");
  const base64 = PEM.exec(text)?.[1] ?? (BASE64.test(text) ? text : "");
  const der = Buffer.from(base64, "base64");
  if (der.length === 0) throw new CertificateRefused("certificate-malformed");
  return der;
};

const instant = (date: Date) => date.toISOString();

/**
 * The common name on one line, or the whole name where it has none. Read from the text, one line a part and control
 * characters escaped (RFC 2253): Node's `toLegacyObject` crashes the whole process on a certificate with a broken key.
 */
const nameOf = (certificate: X509Certificate, which: "subject" | "issuer"): string => {
  const name = /^CN=(.*)$/mu.exec(certificate[which])?.[1] ?? certificate[which];
  return name
    .replaceAll(/\\(?:[0-9A-F]{2}|(.))/gu, (_, character: string | undefined) => character ?? " ")
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 200);
};

const isStrong = ({ publicKey, signatureAlgorithm = "" }: X509Certificate): boolean => {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey;
  const length = details?.modulusLength ?? 0;
  const strongKey =
    type === "ec" || type === "ed25519" || (type?.startsWith("rsa") === true && length >= 2048);
  return strongKey && !WEAK_SIGNATURE.test(signatureAlgorithm);
};

const factsOf = (certificate: X509Certificate, authorities: readonly X509Certificate[]): CertificateFacts => {
  const authority = authorities.find(
    (issuer) => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey),
  );
  return {
    id: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
    subject: nameOf(certificate, "subject"),
    issuer: nameOf(certificate, "issuer"),
    serialNumber: certificate.serialNumber,
    notBefore: instant(certificate.validFromDate),
    notAfter: instant(certificate.validToDate),
    isAuthority: certificate.ca,
    // Node calls the extended key usage so, and knows no other.
    extendedKeyUsage: certificate.keyUsage,
    isStrong: isStrong(certificate),
    authority: authority && {
      notBefore: instant(authority.validFromDate),
      notAfter: instant(authority.validToDate),
    },
  };
};

/** `ReadCertificate` over the listed authorities: certificates as PEM, of those that sign users' certificates. */
export const makeReadCertificate = (authorities: readonly string[]): ReadCertificate => {
  const listed = authorities.map((pem) => new X509Certificate(pem));
  return (text) => {
    const der = derOf(text);
    try {
      const certificate = new X509Certificate(der);
      if (certificate.raw.length !== der.length) throw new CertificateRefused("certificate-malformed");
      return factsOf(certificate, listed);
    } catch {
      throw new CertificateRefused("certificate-malformed");
    }
  };
};
