import type { CertificateFacts } from "../../domain/client-certificate.ts";

/** Reads one certificate, PEM or DER in base64, and looks for the listed authority that signed it. Throws `CertificateRefused` where it is none. */
export type ReadCertificate = (text: string) => CertificateFacts;
