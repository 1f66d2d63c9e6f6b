import { createHash, randomUUID, sign } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import type { Identity } from "../../certificates.ts";
import { canonicalForm } from "../xml/canonical-form.ts";
import { algorithm, constant, ns } from "../xml/names.ts";
import { parseXml } from "../xml/parse.ts";
import { elementsOf } from "../xml/read.ts";
import { escapeAttribute, escapeText } from "../xml/write.ts";

export interface Claim {
  readonly name: string;
  readonly namespace: string;
  readonly values: readonly string[];
  readonly originalIssuer?: string;
}

export interface AssertionContent {
  readonly issuer: string;
  readonly audience: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly secret: Buffer;
  readonly claims: readonly Claim[];
  readonly authenticationMethod: string;
}

export interface IssuedAssertion {
  readonly id: string;
  /** Leaves the prefix `trust` to be declared around it, as the real service does (nia-soap.md, 4.5). */
  readonly xml: string;
}

/** A SAML 1.1 assertion, holder of key with the secret in clear, signed with RSA-SHA256 (nia-soap.md, 5.3). */
export function issueAssertion(content: AssertionContent, signer: Identity): IssuedAssertion {
  const id = `_${randomUUID()}`;
  const unsigned = `${opening(id, content)}${statements(content)}</saml:Assertion>`;
  const digest = createHash("sha256").update(canonical(unsigned)).digest("base64");
  const info = signedInfo(id, digest);
  const value = sign("RSA-SHA256", Buffer.from(canonical(info)), signer.privateKeyPem).toString("base64");
  const certificate = signer.certificatePem.replace(/-----[^-]+-----|\s/g, "");
  const signature =
    `<Signature xmlns="${ns.signature}">${info.replace(` xmlns="${ns.signature}"`, "")}` +
    `<SignatureValue>${value}</SignatureValue>` +
    `<KeyInfo><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></Signature>`;
  return { id, xml: unsigned.replace(/<\/saml:Assertion>$/, `${signature}</saml:Assertion>`) };
}

function opening(id: string, { issuer, audience, issuedAt, expiresAt }: AssertionContent): string {
  const from = issuedAt.toISOString();
  return (
    `<saml:Assertion xmlns:saml="${ns.saml}" MajorVersion="1" MinorVersion="1" AssertionID="${id}"` +
    ` Issuer="${escapeAttribute(issuer)}" IssueInstant="${from}">` +
    `<saml:Conditions NotBefore="${from}" NotOnOrAfter="${expiresAt.toISOString()}">` +
    `<saml:AudienceRestrictionCondition><saml:Audience>${escapeText(audience)}</saml:Audience>` +
    `</saml:AudienceRestrictionCondition></saml:Conditions>`
  );
}

function statements({ claims, secret, authenticationMethod, issuedAt }: AssertionContent): string {
  const subject =
    `<saml:Subject><saml:SubjectConfirmation><saml:ConfirmationMethod>${constant.holderOfKey}` +
    `</saml:ConfirmationMethod><KeyInfo xmlns="${ns.signature}"><trust:BinarySecret>${secret.toString("base64")}` +
    `</trust:BinarySecret></KeyInfo></saml:SubjectConfirmation></saml:Subject>`;
  return (
    `<saml:AttributeStatement>${subject}${claims.map(attribute).join("")}</saml:AttributeStatement>` +
    `<saml:AuthenticationStatement AuthenticationMethod="${authenticationMethod}"` +
    ` AuthenticationInstant="${issuedAt.toISOString()}">${subject}</saml:AuthenticationStatement>`
  );
}

function attribute({ name, namespace, values, originalIssuer }: Claim): string {
  const origin =
    originalIssuer === undefined
      ? ["", ""]
      : [` xmlns:b="${ns.originalIssuer}"`, ` b:OriginalIssuer="${escapeAttribute(originalIssuer)}"`];
  const inner = values
    .map((value) => `<saml:AttributeValue>${escapeText(value)}</saml:AttributeValue>`)
    .join("");
  return (
    `<saml:Attribute${origin[0]} AttributeName="${escapeAttribute(name)}"` +
    ` AttributeNamespace="${escapeAttribute(namespace)}"${origin[1]}>${inner}</saml:Attribute>`
  );
}

const signedInfo = (id: string, digest: string): string =>
  `<SignedInfo xmlns="${ns.signature}"><CanonicalizationMethod Algorithm="${algorithm.exclusive}"/>` +
  `<SignatureMethod Algorithm="${algorithm.rsaSha256}"/><Reference URI="#${id}"><Transforms>` +
  `<Transform Algorithm="${algorithm.enveloped}"/><Transform Algorithm="${algorithm.exclusive}"/></Transforms>` +
  `<DigestMethod Algorithm="${algorithm.sha256}"/><DigestValue>${digest}</DigestValue></Reference></SignedInfo>`;

function canonical(xml: string): string {
  const root = parseXml(`<around xmlns:trust="${ns.trust}">${xml}</around>`).documentElement as Element;
  return elementsOf(root).map((element) => canonicalForm(element))[0] ?? "";
}
