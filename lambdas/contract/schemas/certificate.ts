import * as z from "zod";
import { base64url, id, instant } from "./common.ts";

/** A certificate that the account may be logged in with. */
export const certificate = z.strictObject({
  id,
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  notBefore: instant,
  notAfter: instant,
  createdAt: instant,
  /** Absent until a browser has shown to hold its private key; before that it opens nothing. */
  provenAt: instant.optional(),
  lastUsedAt: instant.optional(),
});

export const certificates = z.strictObject({ certificates: z.array(certificate) });

/** PEM, or DER in base64. */
export const newCertificate = z.strictObject({ certificate: z.string().min(1).max(7500) });

/** 256 bits: a code, a secret of the browser, or the SHA-256 of one. */
const bits256 = base64url.length(43);

/** The code that the host for certificates gave, and the secret whose SHA-256 was its challenge. */
export const handover = z.strictObject({ code: bits256, verifier: bits256 });

export const challenge = z.strictObject({ challenge: bits256 });
