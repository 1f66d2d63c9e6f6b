import { X509Certificate } from "node:crypto";
import { fromBER } from "asn1js";
import { Certificate, ContentInfo, SignedData, type SignerInfo } from "pkijs";
import { SealInvalid } from "../../../domain/errors.ts";
import { leadsToRoot } from "./certificate-path.ts";
import { algorithmsAreStrong, readSignedAttributes } from "./signer-info.ts";

const DATA = "1.2.840.113549.1.7.1";
const MAX_CERTIFICATES = 10;
const CLOCK_SKEW_MS = 10 * 60_000;

export interface SealSettings {
  /** PEM: the authorities that a seal must lead to. */
  roots: readonly string[];
  /** Organizations that may seal, as their certificates name them; empty where the roots seal for nobody else. */
  organizations: readonly string[];
  maxBytes: number;
}

const refuse = (why: string): never => {
  throw new SealInvalid(why);
};

/** SignedData with one signer and its content inside (RFC 5652), BER of any form, nothing before or after it. */
const readSignedData = (raw: Uint8Array, maxBytes: number): { signed: SignedData; signer: SignerInfo } => {
  if (raw.length > maxBytes) refuse("too long");
  const bytes = new Uint8Array(raw);
  // A long message comes in many small pieces, each a node.
  const parsed = fromBER(bytes, { maxDepth: 32, maxNodes: 200_000, maxContentLength: maxBytes });
  if (parsed.offset !== bytes.length) refuse("not one CMS structure");
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== ContentInfo.SIGNED_DATA) refuse("not signed data");
  const signed = new SignedData({ schema: info.content });
  const [signer, ...others] = signed.signerInfos;
  if (signer === undefined || others.length > 0) return refuse("not exactly one signer");
  if (signed.encapContentInfo.eContentType !== DATA) refuse("content of another type");
  if (signed.encapContentInfo.eContent === undefined) refuse("no content");
  return { signed, signer };
};

const SEALING_BITS = 0b1100_0000;

/** Whether the key may sign: digitalSignature or contentCommitment, or no limit given (RFC 5280, 4.2.1.3). */
const maySeal = ({ extensions = [] }: Certificate): boolean => {
  const usage = extensions.find(({ extnID }) => extnID === "2.5.29.15")?.parsedValue;
  const [bits = 0] = usage === undefined ? [SEALING_BITS] : new Uint8Array(usage.valueBlock.valueHex);
  return (bits & SEALING_BITS) !== 0;
};

const organizationsOf = ({ subject }: Certificate): unknown[] =>
  subject.typesAndValues.filter(({ type }) => type === "2.5.4.10").map(({ value }) => value.valueBlock.value);

const toX509 = (certificate: Certificate): X509Certificate =>
  new X509Certificate(Buffer.from(certificate.toSchema().toBER()));

const checkCertificate = (
  sealing: Certificate,
  signed: SignedData,
  settings: SealSettings,
  at: Date,
): void => {
  const others = (signed.certificates ?? []).filter((item) => item instanceof Certificate);
  if (others.length > MAX_CERTIFICATES) refuse("too many certificates");
  const roots = settings.roots.map((pem) => new X509Certificate(pem));
  const certificate = toX509(sealing);
  if (certificate.ca || !maySeal(sealing)) refuse("a certificate that may not seal");
  if (!leadsToRoot(certificate, others.map(toX509), roots, at)) refuse("no path to a pinned root");
  const { organizations } = settings;
  if (
    organizations.length > 0 &&
    !organizationsOf(sealing).some((name) => organizations.includes(String(name)))
  )
    refuse("sealed by somebody else");
};

const verified = async (raw: Uint8Array, settings: SealSettings, now: Date): Promise<Uint8Array> => {
  const { signed, signer } = readSignedData(raw, settings.maxBytes);
  if (!algorithmsAreStrong(signer)) refuse("weak or unknown algorithms");
  const { contentType, signingTime = now } = readSignedAttributes(signer);
  if (contentType !== DATA) refuse("signed as another type");
  if (signingTime.getTime() > now.getTime() + CLOCK_SKEW_MS) refuse("sealed in the future");

  const result = await signed.verify({ signer: 0, checkChain: false, extendedMode: true });
  const sealing = result.signerCertificate;
  if (result.signatureVerified !== true || !sealing) return refuse("the signature does not fit");
  checkCertificate(sealing, signed, settings, signingTime);
  return new Uint8Array(signed.encapContentInfo.eContent?.getValue() ?? []);
};

/**
 * The content under the seal of a ZFO: CMS SignedData whose one signature covers exactly that content, by a
 * certificate that led to a pinned root when it was sealed. Throws `SealInvalid`.
 *
 * The sealing time is the signer's own word; the time stamp beside it is kept with the message, not verified.
 */
export const openSeal = async (raw: Uint8Array, settings: SealSettings, now: Date): Promise<Uint8Array> => {
  try {
    return await verified(raw, settings, now);
  } catch (error) {
    if (error instanceof SealInvalid) throw error;
    throw new SealInvalid("not readable, or the signature does not fit");
  }
};
