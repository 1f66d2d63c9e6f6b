import { createHash, sign, X509Certificate } from "node:crypto";
import { canonicalize } from "../../xml/canonical.ts";
import { enveloped, exclusive, rsaSha256, sha256, xmlSignature } from "../../xml/signature-names.ts";
import { parseXml } from "../../xml/xml.ts";
import type { KeyPair } from "../../key-pairs.ts";

const empty = (name: string, algorithm: string): string => `<${name} Algorithm="${algorithm}"></${name}>`;

/** In its canonical form, so that what is written is what is signed. */
const signedInfo = (id: string, digest: string): string =>
  `<SignedInfo xmlns="${xmlSignature}">${empty("CanonicalizationMethod", exclusive)}` +
  `${empty("SignatureMethod", rsaSha256)}<Reference URI="#${id}">` +
  `<Transforms>${empty("Transform", enveloped)}${empty("Transform", exclusive)}</Transforms>` +
  `${empty("DigestMethod", sha256)}<DigestValue>${digest}</DigestValue></Reference></SignedInfo>`;

/** The certificate as base64 of DER, as SAML carries it. */
export const certificateText = (pem: string): string => new X509Certificate(pem).raw.toString("base64");

const keyInfo = (certificatePem: string): string =>
  `<KeyInfo><X509Data><X509Certificate>${certificateText(certificatePem)}</X509Certificate></X509Data></KeyInfo>`;

/**
 * Signs an element of ours: RSA-SHA256 over SHA-256 of its exclusive canonical form, one reference to its `ID`,
 * certificate inside. `compose` writes the element with the signature in the place that its schema has for it, and is
 * called first with none.
 */
export const signEnveloped = (
  compose: (signature: string) => string,
  { privateKeyPem, certificatePem }: KeyPair,
): string => {
  const element = parseXml(compose(""));
  const digest = createHash("sha256").update(canonicalize(element)).digest("base64");
  const info = signedInfo(element.getAttribute("ID") ?? "", digest);
  const value = sign("RSA-SHA256", Buffer.from(info), privateKeyPem).toString("base64");
  return compose(
    `<Signature xmlns="${xmlSignature}">${info}<SignatureValue>${value}</SignatureValue>` +
      `${keyInfo(certificatePem)}</Signature>`,
  );
};
