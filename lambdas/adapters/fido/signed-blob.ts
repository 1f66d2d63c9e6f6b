import { verify, X509Certificate } from "node:crypto";
import * as z from "zod";
import { MetadataInvalid } from "../../domain/errors.ts";
import { parseCertificates } from "./certificate.ts";
import { isValidAt, leadsToAnchor } from "./certificate-path.ts";

const headerSchema = z.object({
  alg: z.enum(["RS256", "ES256"]),
  x5c: z.array(z.base64()).min(1).max(8),
  /** Extensions that must be understood: none is. */
  crit: z.never().optional(),
});
/** id-kp-serverAuth: the signer's certificate is one of its host. */
const SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
const compactJws = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Whom a BLOB must be signed by. */
export interface ExpectedSigner {
  /** Pinned roots, PEM. */
  roots: readonly string[];
  hostName: string;
}

/**
 * The payload of a metadata BLOB, a JWT in compact form, after all that its signature can prove: the certificate path
 * to a pinned root, everything in its validity at `now`, the signature over exactly these bytes, the signer's host name
 * (of its alternative names, never its common name) (FIDO Metadata Service, 3.2, steps 4 to 6).
 *
 * Throws `MetadataInvalid`.
 */
export const openSignedBlob = (blob: string, { roots, hostName }: ExpectedSigner, now: Date): unknown => {
  const [, header, payload, signature] = compactJws.exec(blob.trim()) ?? [];
  if (header === undefined || payload === undefined || signature === undefined) {
    throw new MetadataInvalid("the BLOB is not a JWT in compact form");
  }
  const { alg, x5c } = readHeader(header);
  const chain = readChain(x5c);
  const signer = chain[0] as X509Certificate;

  const validRoots = roots.map((pem) => new X509Certificate(pem)).filter((root) => isValidAt(root, now));
  if (!leadsToAnchor(chain, validRoots, now, { purpose: SERVER_AUTHENTICATION })) {
    throw new MetadataInvalid("the signer's certificate does not lead to a pinned root");
  }
  if (!isSigned(alg, signer, `${header}.${payload}`, Buffer.from(signature, "base64url"))) {
    throw new MetadataInvalid("the signature does not fit");
  }
  if (signer.checkHost(hostName, { subject: "never" }) === undefined) {
    throw new MetadataInvalid(`the signer's certificate is not for ${hostName}`);
  }
  return parseJson(payload);
};

const readHeader = (header: string): z.infer<typeof headerSchema> => {
  const result = headerSchema.safeParse(parseJson(header));
  if (!result.success) throw new MetadataInvalid("the header is not one of RS256 or ES256 with x5c");
  return result.data;
};

const readChain = (x5c: string[]): X509Certificate[] => {
  try {
    return parseCertificates(x5c);
  } catch (cause) {
    throw new MetadataInvalid("a certificate of the header cannot be parsed", { cause });
  }
};

const isSigned = (
  alg: "RS256" | "ES256",
  signer: X509Certificate,
  text: string,
  signature: Buffer,
): boolean => {
  const key = signer.publicKey;
  const details = key.asymmetricKeyDetails;
  const fits = alg === "RS256" ? (details?.modulusLength ?? 0) >= 2048 : details?.namedCurve === "prime256v1";
  return fits && verify("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }, signature);
};

const parseJson = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch (cause) {
    throw new MetadataInvalid("a part of the JWT is not JSON", { cause });
  }
};
