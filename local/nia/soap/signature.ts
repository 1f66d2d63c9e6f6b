import { createHash } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { canonicalForm } from "../xml/canonical-form.ts";
import { algorithm, ns } from "../xml/names.ts";
import { base64Of, elementsOf, named, oneChild } from "../xml/read.ts";
import { must } from "./refusal.ts";

/** The algorithms that a signature has to use, all of them and in this order. */
export interface SignatureProfile {
  readonly method: string;
  readonly digest: string;
  readonly transforms: readonly string[];
}

export const messageProfile = (method: string): SignatureProfile => ({
  method,
  digest: algorithm.sha1,
  transforms: [algorithm.exclusive],
});

export const assertionProfile: SignatureProfile = {
  method: algorithm.rsaSha256,
  digest: algorithm.sha256,
  transforms: [algorithm.enveloped, algorithm.exclusive],
};

export interface Reference {
  readonly id: string;
  readonly digest: Buffer;
}

export interface SignatureParts {
  /** Canonical form: the bytes that were signed. */
  readonly signedInfo: string;
  readonly references: readonly Reference[];
  readonly value: Buffer;
  readonly keyInfo: Element;
}

/** Reads a `ds:Signature` of exactly that profile. Throws `Refused` or `XmlRefused`; verifies nothing yet. */
export function readSignature(signature: Element, profile: SignatureProfile): SignatureParts {
  const [signedInfo, value, keyInfo, ...more] = elementsOf(signature);
  must(
    signedInfo !== undefined && named(signedInfo, ns.signature, "SignedInfo"),
    "security",
    "No SignedInfo",
  );
  must(value !== undefined && named(value, ns.signature, "SignatureValue"), "security", "No SignatureValue");
  must(keyInfo !== undefined && named(keyInfo, ns.signature, "KeyInfo"), "security", "No KeyInfo");
  must(more.length === 0, "security", "More in the Signature than it may hold");
  const [canonicalization, method, ...references] = elementsOf(signedInfo);
  mustUse(canonicalization, "CanonicalizationMethod", algorithm.exclusive);
  mustUse(method, "SignatureMethod", profile.method);
  return {
    signedInfo: canonicalForm(signedInfo),
    references: references.map((reference) => readReference(reference, profile)),
    value: base64Of(value),
    keyInfo,
  };
}

function readReference(reference: Element, profile: SignatureProfile): Reference {
  must(named(reference, ns.signature, "Reference"), "security", "Something else than a Reference");
  const [transforms, method, value, ...more] = elementsOf(reference);
  must(
    transforms !== undefined && named(transforms, ns.signature, "Transforms"),
    "security",
    "No Transforms",
  );
  must(value !== undefined && named(value, ns.signature, "DigestValue"), "security", "No DigestValue");
  must(more.length === 0, "security", "More in the Reference than it may hold");
  const steps = elementsOf(transforms);
  must(steps.length === profile.transforms.length, "security", "Another number of transforms");
  for (const [index, step] of steps.entries()) mustUse(step, "Transform", profile.transforms[index] ?? "");
  mustUse(method, "DigestMethod", profile.digest);
  const uri = reference.getAttribute("URI") ?? "";
  must(uri.startsWith("#") && uri.length > 1, "security", "A reference outside the document");
  return { id: uri.slice(1), digest: base64Of(value) };
}

/** Parameters of an algorithm (HMACOutputLength, InclusiveNamespaces, XPath …) are refused with it. */
function mustUse(element: Element | undefined, name: string, uri: string): void {
  must(element !== undefined && named(element, ns.signature, name), "security", `No ${name}`);
  must(element.getAttribute("Algorithm") === uri, "security", `Another algorithm in ${name}`);
  must(elementsOf(element).length === 0, "security", `Parameters in ${name}`);
}

/** Refuses unless the signature refers to exactly these elements by `u:Id`, and their digests are right. */
export function mustCover({ references }: SignatureParts, elements: readonly Element[], what: string): void {
  must(
    references.length === elements.length,
    "security",
    `The signature is to cover ${what}, no less and no more`,
  );
  for (const element of elements) {
    const id = element.getAttributeNS(ns.utility, "Id");
    const reference = references.find((candidate) => candidate.id === id);
    must(reference !== undefined, "security", `The signature does not cover ${element.localName}`);
    const digest = createHash("sha1").update(canonicalForm(element)).digest();
    must(digest.equals(reference.digest), "security", `The digest of ${element.localName} is another`);
  }
}

export const securityReference = (keyInfo: Element): Element => {
  const [reference, ...more] = elementsOf(keyInfo);
  must(reference !== undefined && more.length === 0, "security", "The KeyInfo is to hold one reference");
  must(named(reference, ns.security, "SecurityTokenReference"), "security", "No SecurityTokenReference");
  return reference;
};

export const keyIdentifierOf = (keyInfo: Element): Element =>
  oneChild(securityReference(keyInfo), ns.security, "KeyIdentifier");
