import { type X509Certificate, createHash, verify } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { assertionProfile, readSignature } from "../../nia/soap/signature.ts";
import { canonicalForm } from "../../nia/xml/canonical-form.ts";
import { elementsOf, everyElement, named } from "../../nia/xml/read.ts";
import { ns } from "./names.ts";
import { must } from "./refusal.ts";

/** Whether there is an enveloped signature among the children. */
export const isSigned = (root: Element): boolean => signaturesOf(root).length > 0;

/**
 * Refuses unless the root bears exactly one enveloped signature, right after its Issuer, over the whole of itself, by
 * one of these certificates. What its KeyInfo says is not looked at.
 */
export function mustBeSigned(root: Element, certificates: readonly X509Certificate[]): void {
  const [signature, ...more] = signaturesOf(root);
  must(signature !== undefined, "The message is not signed");
  must(more.length === 0, "The message bears more than one signature");
  must(elementsOf(root)[1] === signature, "The Signature does not follow the Issuer");
  const parts = readSignature(signature, assertionProfile);
  const [reference, ...others] = parts.references;
  must(reference !== undefined && others.length === 0, "The signature is to cover one thing");
  must(reference.id === root.getAttribute("ID"), "The signature covers another element");
  mustHaveUniqueIds(root);
  const digest = createHash("sha256").update(canonicalForm(root, signature)).digest();
  must(digest.equals(reference.digest), "The message was changed after it was signed");
  const good = certificates.some(({ publicKey }) =>
    verify("RSA-SHA256", Buffer.from(parts.signedInfo), publicKey, parts.value),
  );
  must(good, "The signature is not by a known certificate");
}

const signaturesOf = (root: Element): Element[] =>
  elementsOf(root).filter((child) => named(child, ns.signature, "Signature"));

function mustHaveUniqueIds(root: Element): void {
  const ids = [...everyElement(root)].flatMap((element) =>
    ["ID", "Id", "id"].flatMap((name) => element.getAttribute(name) ?? []),
  );
  must(new Set(ids).size === ids.length, "An ID is there more than once");
}
