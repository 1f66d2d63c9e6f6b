import type { Element } from "@xmldom/xmldom";
import { verifyEnveloped } from "../../xml/enveloped-signature.ts";
import { elementsOf, isNamed, Malformed, parseXml } from "../../xml/xml.ts";
import { ns } from "./names.ts";

/** Where the schemas have it: right after Issuer, or first where there is no Issuer (metadata). */
const isInPlace = (root: Element): boolean => {
  const children = elementsOf(root);
  const place = children[children.findIndex((child) => isNamed(child, ns.assertion, "Issuer")) + 1];
  return place !== undefined && isNamed(place, ns.signature, "Signature");
};

/**
 * Verifies the signature of a message, an assertion or metadata, `root` of what `parseMessage` has read, with the
 * pinned certificates (PEM; see `verifyEnveloped`), and answers what is signed: the root of the verified text, parsed
 * anew, without the signature. Go on with that and with nothing else. Throws `Malformed`.
 */
export const signedContent = (root: Element, certificates: readonly string[]): Element => {
  if (!isInPlace(root)) throw new Malformed("no Signature in its place");
  return parseXml(verifyEnveloped(root, "ID", certificates));
};

/** Whether a message carries a signature, of whatever worth. */
export const isSigned = (root: Element): boolean =>
  elementsOf(root).some((child) => isNamed(child, ns.signature, "Signature"));
