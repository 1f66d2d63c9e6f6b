import { OctetString, UTCTime, GeneralizedTime, ObjectIdentifier } from "asn1js";
import type { SignerInfo } from "pkijs";
import { SealInvalid } from "../../../domain/errors.ts";

const digests = {
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
};
/** Signature algorithms; each, but the bare RSA, names the digest it goes with. */
const signatures: Record<string, readonly string[]> = {
  "1.2.840.113549.1.1.1": Object.values(digests),
  "1.2.840.113549.1.1.11": [digests.sha256],
  "1.2.840.113549.1.1.12": [digests.sha384],
  "1.2.840.113549.1.1.13": [digests.sha512],
  "1.2.840.10045.4.3.2": [digests.sha256],
  "1.2.840.10045.4.3.3": [digests.sha384],
  "1.2.840.10045.4.3.4": [digests.sha512],
};

/** RSA or ECDSA with SHA-2, the same digest over content and attributes. */
export const algorithmsAreStrong = ({ digestAlgorithm, signatureAlgorithm }: SignerInfo): boolean =>
  signatures[signatureAlgorithm.algorithmId]?.includes(digestAlgorithm.algorithmId) ?? false;

/** The only value of a signed attribute that may stand once only (RFC 5652, 11). */
const only = (signer: SignerInfo, type: string): unknown => {
  const found = (signer.signedAttrs?.attributes ?? []).filter((attribute) => attribute.type === type);
  if (found.length === 0) return undefined;
  const values: readonly unknown[] = found[0]?.values ?? [];
  if (found.length > 1 || values.length !== 1) throw new SealInvalid("a signed attribute twice");
  return values[0];
};

/**
 * What the signature says of itself. The attributes must be there: without them the signature is over the content
 * itself, which could be somebody's attributes passed off as a message. Throws `SealInvalid`.
 */
export const readSignedAttributes = (signer: SignerInfo): { contentType: string; signingTime?: Date } => {
  const contentType = only(signer, "1.2.840.113549.1.9.3");
  const digest = only(signer, "1.2.840.113549.1.9.4");
  const time = only(signer, "1.2.840.113549.1.9.5");
  if (!(contentType instanceof ObjectIdentifier) || !(digest instanceof OctetString))
    throw new SealInvalid("signed attributes are missing");
  const type = contentType.valueBlock.toString();
  if (time === undefined) return { contentType: type };
  if (!(time instanceof UTCTime || time instanceof GeneralizedTime))
    throw new SealInvalid("a signing time of another kind");
  return { contentType: type, signingTime: time.toDate() };
};
