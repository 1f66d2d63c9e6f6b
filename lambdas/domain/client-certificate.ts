import type { IsoInstant } from "./person.ts";

/** A certificate that its owner may log in with, once its private key was shown to be in the owner's hands. */
export interface ClientCertificate {
  type: "client-certificate";
  accountId: string;
  /** SHA-256 of the certificate, hexadecimal. */
  id: string;
  version: number;
  /** Common names, as the certificate has them. */
  subject: string;
  issuer: string;
  serialNumber: string;
  notBefore: IsoInstant;
  notAfter: IsoInstant;
  createdAt: IsoInstant;
  /** When a browser proved to hold its key; before that it opens nothing and may be in other accounts too. */
  provenAt?: IsoInstant;
  lastUsedAt?: IsoInstant;
}

/** What a certificate says, and what was found of its signature. */
export interface CertificateFacts extends Pick<
  ClientCertificate,
  "id" | "subject" | "issuer" | "serialNumber" | "notBefore" | "notAfter"
> {
  /** May sign certificates itself. */
  isAuthority: boolean;
  /** Object identifiers of what it may be used for; undefined where it does not say (RFC 5280, 4.2.1.12). */
  extendedKeyUsage: readonly string[] | undefined;
  /** Key and signature are of a kind and length that still count as safe. */
  isStrong: boolean;
  /** The listed authority that signed it; undefined where none did. */
  authority: Pick<ClientCertificate, "notBefore" | "notAfter"> | undefined;
}

/** Why a certificate is not taken. */
export const certificateFaults = [
  "certificate-malformed",
  "certificate-private-key",
  "certificate-foreign-authority",
  "certificate-authority",
  "certificate-not-for-clients",
  "certificate-weak",
  "certificate-not-yet-valid",
  "certificate-expired",
  "certificate-unregistered",
] as const;
export type CertificateFault = (typeof certificateFaults)[number];

const CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
const ANY_USE = "2.5.29.37.0";

/** Why this certificate can't be logged in with at that time; undefined where it can. */
export const certificateFault = (facts: CertificateFacts, at: IsoInstant): CertificateFault | undefined => {
  const { authority, extendedKeyUsage } = facts;
  if (authority === undefined || at < authority.notBefore || at >= authority.notAfter)
    return "certificate-foreign-authority";
  if (facts.isAuthority) return "certificate-authority";
  if (extendedKeyUsage?.some((use) => use === CLIENT_AUTHENTICATION || use === ANY_USE) === false)
    return "certificate-not-for-clients";
  if (!facts.isStrong) return "certificate-weak";
  if (at < facts.notBefore) return "certificate-not-yet-valid";
  if (at >= facts.notAfter) return "certificate-expired";
  return undefined;
};

/** What hands over, to the web app, that a browser has shown a certificate at the host for it. */
export interface CertificateHandover {
  type: "certificate-handover";
  /** Hash of the code that the browser brings. */
  id: string;
  version: number;
  /** SHA-256 of the certificate that was shown. */
  certificateId: string;
  /** The account that it opened at that moment. */
  accountId?: string;
  /** Hash of the secret that the asking browser has kept. */
  challenge: string;
  expiresAt: IsoInstant;
}
