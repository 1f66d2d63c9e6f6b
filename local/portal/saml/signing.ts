import { createHash, sign } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import type { Identity } from "../../certificates.ts";
import { canonicalForm } from "../../nia/xml/canonical-form.ts";
import { parseXml } from "../../nia/xml/parse.ts";
import { algorithm, ns } from "./names.ts";

/** The certificate's DER in base64, as it stands in a KeyInfo. */
export const certificateText = (pem: string): string => pem.replace(/-----[^-]+-----|\s/gu, "");

/**
 * The same document with an enveloped signature over its root, which must have an ID: RSA-SHA256, exclusive canonical
 * form, the certificate beside it (nia-saml.md, A3). It stands right after the root's Issuer, or first where there is
 * none.
 */
export function signed(xml: string, signer: Identity): string {
  const root = rootOf(xml);
  const info = signedInfo(root.getAttribute("ID") ?? "", digestOf(root));
  const value = sign("RSA-SHA256", Buffer.from(canonicalForm(rootOf(info))), signer.privateKeyPem);
  const signature =
    `<Signature xmlns="${ns.signature}">${info.replace(` xmlns="${ns.signature}"`, "")}` +
    `<SignatureValue>${value.toString("base64")}</SignatureValue><KeyInfo><X509Data><X509Certificate>` +
    `${certificateText(signer.certificatePem)}</X509Certificate></X509Data></KeyInfo></Signature>`;
  const place = placeFor(xml);
  return xml.slice(0, place) + signature + xml.slice(place);
}

const rootOf = (xml: string): Element => parseXml(xml).documentElement as Element;

const digestOf = (root: Element): string => createHash("sha256").update(canonicalForm(root)).digest("base64");

function placeFor(xml: string): number {
  const start = /^<[^>]*>(?:<(\w+:)?Issuer\b[^>]*>[^<]*<\/(\w+:)?Issuer>)?/u.exec(xml);
  if (start === null) throw new Error("A signature needs a root element without a declaration before it.");
  return start[0].length;
}

const signedInfo = (id: string, digest: string): string =>
  `<SignedInfo xmlns="${ns.signature}"><CanonicalizationMethod Algorithm="${algorithm.exclusive}"/>` +
  `<SignatureMethod Algorithm="${algorithm.rsaSha256}"/><Reference URI="#${id}"><Transforms>` +
  `<Transform Algorithm="${algorithm.enveloped}"/><Transform Algorithm="${algorithm.exclusive}"/></Transforms>` +
  `<DigestMethod Algorithm="${algorithm.sha256}"/><DigestValue>${digest}</DigestValue></Reference></SignedInfo>`;
