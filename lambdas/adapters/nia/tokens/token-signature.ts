import { createHash, timingSafeEqual, verify, X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { canonicalize } from "../wire/canonical.ts";
import { constants, ns } from "../wire/names.ts";
import { base64Of, childNamed, childrenNamed, elementsOf, isNamed, Malformed } from "../wire/xml.ts";

const checkAlgorithm = (element: Element, expected: string): void => {
  if (element.getAttribute("Algorithm") !== expected)
    throw new Malformed(`${element.localName} of the token`);
  if (elementsOf(element).length > 0) throw new Malformed(`${element.localName} with parameters`);
};

/** The one reference: the whole assertion without its signature, by its AssertionID. */
const checkReference = (reference: Element, assertion: Element, signature: Element): void => {
  if (reference.getAttribute("URI") !== `#${assertion.getAttribute("AssertionID")}`)
    throw new Malformed("the token's signature is over something else");
  const [enveloped, exclusive, ...more] = elementsOf(childNamed(reference, ns.signature, "Transforms"));
  if (!enveloped || !exclusive || more.length > 0) throw new Malformed("Transforms of the token");
  if (![enveloped, exclusive].every((element) => isNamed(element, ns.signature, "Transform")))
    throw new Malformed("Transforms of the token");
  checkAlgorithm(enveloped, constants.enveloped);
  checkAlgorithm(exclusive, constants.exclusive);
  checkAlgorithm(childNamed(reference, ns.signature, "DigestMethod"), constants.sha256);
  const actual = createHash("sha256").update(canonicalize(assertion, signature)).digest();
  const stated = base64Of(childNamed(reference, ns.signature, "DigestValue"));
  if (stated.length !== actual.length || !timingSafeEqual(stated, actual))
    throw new Malformed("the token was changed");
};

/**
 * Verifies the signature of an STS over exactly this assertion: one reference to its own AssertionID, enveloped,
 * exc-c14n, RSA-SHA256 (nia-soap.md, 5.3), by the key of one of the pinned certificates. The certificate inside the
 * token is not looked at. Throws `Malformed`.
 */
export const verifyTokenSignature = (assertion: Element, certificates: readonly string[]): void => {
  const signature = childNamed(assertion, ns.signature, "Signature");
  const info = childNamed(signature, ns.signature, "SignedInfo");
  checkAlgorithm(childNamed(info, ns.signature, "CanonicalizationMethod"), constants.exclusive);
  checkAlgorithm(childNamed(info, ns.signature, "SignatureMethod"), constants.rsaSha256);
  const [reference, ...more] = childrenNamed(info, ns.signature, "Reference");
  if (!reference || more.length > 0) throw new Malformed("References of the token");
  checkReference(reference, assertion, signature);
  const signed = Buffer.from(canonicalize(info));
  const value = base64Of(childNamed(signature, ns.signature, "SignatureValue"));
  const keys = certificates.map((pem) => new X509Certificate(pem).publicKey);
  if (!keys.some((key) => key.asymmetricKeyType === "rsa" && verify("RSA-SHA256", signed, key, value)))
    throw new Malformed("the token is not signed by a pinned certificate");
};
