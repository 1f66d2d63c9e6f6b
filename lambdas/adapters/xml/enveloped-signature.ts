import { createHash, type KeyObject, timingSafeEqual, verify, X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { canonicalize } from "./canonical.ts";
import { enveloped, exclusive, rsaSha256, sha256, xmlSignature } from "./signature-names.ts";
import { base64Of, childNamed, childrenNamed, elementsOf, isNamed, Malformed, parseXml } from "./xml.ts";

const MIN_RSA_BITS = 2048;

const checkAlgorithm = (element: Element, expected: string): void => {
  if (element.getAttribute("Algorithm") !== expected)
    throw new Malformed(`${element.localName} of the signature`);
  if (elementsOf(element).length > 0) throw new Malformed(`${element.localName} with parameters`);
};

/** Nothing but these, in this order; the last may be missing where it is marked so. */
const checkChildren = (parent: Element, ...names: string[]): void => {
  const children = elementsOf(parent);
  const fits = (name: string, index: number): boolean => {
    const child = children[index];
    if (child === undefined) return name.endsWith("?");
    return isNamed(child, xmlSignature, name.replace("?", ""));
  };
  if (children.length > names.length || !names.every(fits))
    throw new Malformed(`children of ${parent.localName}`);
};

const checkTransforms = (transforms: Element): void => {
  const [first, second, ...more] = elementsOf(transforms);
  if (!first || !second || more.length > 0) throw new Malformed("Transforms of the signature");
  checkChildren(transforms, "Transform", "Transform");
  checkAlgorithm(first, enveloped);
  checkAlgorithm(second, exclusive);
};

/** SignedInfo with the one reference to `uri`, of the allowed algorithms. Answers the digest that it states. */
const readSignedInfo = (info: Element, uri: string): Buffer => {
  checkAlgorithm(childNamed(info, xmlSignature, "CanonicalizationMethod"), exclusive);
  checkAlgorithm(childNamed(info, xmlSignature, "SignatureMethod"), rsaSha256);
  const [reference, ...more] = childrenNamed(info, xmlSignature, "Reference");
  if (!reference || more.length > 0) throw new Malformed("References of the signature");
  checkChildren(info, "CanonicalizationMethod", "SignatureMethod", "Reference");
  if (reference.getAttribute("URI") !== uri) throw new Malformed("the signature is over something else");
  checkTransforms(childNamed(reference, xmlSignature, "Transforms"));
  checkAlgorithm(childNamed(reference, xmlSignature, "DigestMethod"), sha256);
  checkChildren(reference, "Transforms", "DigestMethod", "DigestValue");
  return base64Of(childNamed(reference, xmlSignature, "DigestValue"));
};

const isStrong = (key: KeyObject): boolean =>
  key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS;

const isSignedBy = (signed: string, value: Buffer, certificate: string): boolean => {
  const key = new X509Certificate(certificate).publicKey;
  return isStrong(key) && verify("RSA-SHA256", Buffer.from(signed), key, value);
};

/**
 * Verifies the enveloped signature over exactly this element, by the key of one of the pinned certificates (PEM): one
 * Signature among its children, without objects, one reference to the element's own identifier, enveloped and exc-c14n,
 * SHA-256, RSA-SHA256. What it says of its key is not looked at. What SignedInfo says is read from the very text that
 * is verified.
 *
 * Answers what is signed: the canonical form of the element without its signature. Throws `Malformed`.
 */
export const verifyEnveloped = (
  element: Element,
  idAttribute: "ID" | "AssertionID",
  certificates: readonly string[],
): string => {
  const id = element.getAttribute(idAttribute) ?? "";
  if (!/^[A-Za-z_][\w.-]{0,255}$/.test(id)) throw new Malformed(idAttribute);
  const signature = childNamed(element, xmlSignature, "Signature");
  const info = canonicalize(childNamed(signature, xmlSignature, "SignedInfo"));
  const stated = readSignedInfo(parseXml(info), `#${id}`);
  checkChildren(signature, "SignedInfo", "SignatureValue", "KeyInfo?");

  const content = canonicalize(element, signature);
  const actual = createHash("sha256").update(content).digest();
  if (stated.length !== actual.length || !timingSafeEqual(stated, actual))
    throw new Malformed("what is signed was changed");
  const value = base64Of(childNamed(signature, xmlSignature, "SignatureValue"));
  if (!certificates.some((certificate) => isSignedBy(info, value, certificate)))
    throw new Malformed("not signed by a pinned certificate");
  return content;
};
