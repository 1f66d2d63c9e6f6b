import { makeReadCertificate } from "../adapters/certificates/read-certificate.ts";
import type { ReadCertificate } from "../services/ports/certificates.ts";
import { readTrust } from "../trust.ts";

/** Over the authorities of the stage, read when the first certificate comes. */
export const readCertificate = (): ReadCertificate => {
  let read: ReadCertificate | undefined;
  return (text) => (read ??= makeReadCertificate(readTrust().clients))(text);
};
