import { createHash, X509Certificate } from "node:crypto";
import { type Element, readElement, readElements } from "./der.ts";

const OBJECT_IDENTIFIER = "06";
const OCTET_STRING = "04";
const EXTENSIONS = "a3";
const VERSION = "a0";

/** Certificates given as base64 of DER. Throws where one cannot be parsed. */
export const parseCertificates = (chain: readonly string[]): X509Certificate[] =>
  chain.map((der) => new X509Certificate(Buffer.from(der, "base64")));

/** Of a set, those that can be parsed: one that cannot is none, and no loss for the others. */
export const readableCertificates = (chain: readonly string[]): X509Certificate[] =>
  chain.flatMap((der) => {
    try {
      return parseCertificates([der]);
    } catch {
      return [];
    }
  });

/** A chain up to its first certificate that cannot be parsed: none may take the place of the one before it. */
export const readableChain = (chain: readonly string[]): X509Certificate[] => {
  const certificates: X509Certificate[] = [];
  for (const der of chain) {
    const [certificate] = readableCertificates([der]);
    if (certificate === undefined || !hasReadableFields(certificate)) break;
    certificates.push(certificate);
  }
  return certificates;
};

/**
 * Attestation certificate key identifier: SHA-1 of the subject public key bit string, hex
 * (FIDO Metadata Statements, "attestationCertificateKeyIdentifiers"; RFC 5280, 4.2.1.2 method 1).
 */
export const keyIdentifier = (certificate: X509Certificate): string => {
  const fields = tbsFields(certificate);
  const bitString = readElements((fields[6] as Element).value)[1] as Element;
  return createHash("sha1").update(bitString.value.subarray(1)).digest("hex");
};

/** Values of an extension, the object identifier given as hex of its DER contents. Usually none or one. */
export const extensionValues = (certificate: X509Certificate, oid: string): Buffer[] =>
  tbsFields(certificate)
    .filter((field) => field.tag === EXTENSIONS)
    .flatMap((field) => readElements(readElement(field.value).value))
    .map((extension) => readElements(extension.value))
    .filter(([id]) => id?.tag === OBJECT_IDENTIFIER && id.value.toString("hex") === oid)
    .map((parts) => octets(parts.at(-1)));

const BASIC_CONSTRAINTS = "551d13";
const KEY_USAGE = "551d0f";
const INTEGER = "02";
const DIGITAL_SIGNATURE = 0x80;

/** How many intermediates may stand below this one. Throws where the extension cannot be read. */
export const pathLength = (certificate: X509Certificate): number => {
  const [constraints] = extensionValues(certificate, BASIC_CONSTRAINTS);
  if (constraints === undefined) return Infinity;
  const length = readElements(readElement(constraints).value).find(({ tag }) => tag === INTEGER);
  return length === undefined ? Infinity : length.value.readUIntBE(0, Math.min(length.value.length, 6));
};

/** Whether its key may sign data: unless key usage is stated without that. */
export const isForSigning = (certificate: X509Certificate): boolean => {
  const [usage] = extensionValues(certificate, KEY_USAGE);
  if (usage === undefined) return true;
  // The first octet of a bit string counts the unused bits.
  return ((readElement(usage).value[1] ?? 0) & DIGITAL_SIGNATURE) !== 0;
};

const hasReadableFields = (certificate: X509Certificate): boolean => {
  try {
    isForSigning(certificate);
    return keyIdentifier(certificate) !== "" && pathLength(certificate) >= 0;
  } catch {
    return false;
  }
};

const octets = (element: Element | undefined): Buffer =>
  element?.tag === OCTET_STRING ? element.value : Buffer.alloc(0);

/** Fields of TBSCertificate in fixed places: X.509 v1 leaves out the version, which stands first here all the same. */
const tbsFields = (certificate: X509Certificate): Element[] => {
  const tbs = readElement(readElement(certificate.raw).value);
  const fields = readElements(tbs.value);
  return fields[0]?.tag === VERSION
    ? fields
    : [{ tag: VERSION, value: Buffer.alloc(0), rest: tbs.value }, ...fields];
};
