import { type X509Certificate, createHash, verify } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { canonicalForm } from "../xml/canonical-form.ts";
import { constant, ns } from "../xml/names.ts";
import { base64Of, childrenNamed, elementsOf, everyElement, named, oneChild, textOf } from "../xml/read.ts";
import { must } from "./refusal.ts";
import { CLOCK_SKEW, instant } from "./security-header.ts";
import { assertionProfile, readSignature } from "./signature.ts";

export interface AssertionExpectation {
  readonly issuer: string;
  /** The realm of the service that the token was issued for; compared exactly. */
  readonly audience: string;
  /** The issuer's own signing certificates; the one embedded in the token proves nothing. */
  readonly signers: readonly X509Certificate[];
}

export interface VerifiedAssertion {
  readonly id: string;
  readonly secret: Buffer;
  /** First value by attribute name. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Checks signature, issuer, conditions and audience, in this order. Throws `Refused` or `XmlRefused`. */
export function verifyAssertion(
  token: Element,
  expected: AssertionExpectation,
  now: Date,
): VerifiedAssertion {
  must(named(token, ns.saml, "Assertion"), "security", "The token is no SAML 1.1 assertion");
  const id = token.getAttribute("AssertionID") ?? "";
  mustBeSigned(token, id, expected.signers);
  const version = `${token.getAttribute("MajorVersion")}.${token.getAttribute("MinorVersion")}`;
  must(version === "1.1", "security", "The assertion's version is not 1.1");
  must(token.getAttribute("Issuer") === expected.issuer, "security", "The assertion is of another issuer");
  checkConditions(oneChild(token, ns.saml, "Conditions"), expected.audience, now.getTime());
  return { id, secret: secretOf(token), attributes: attributesIn(token) };
}

function mustBeSigned(assertion: Element, id: string, signers: readonly X509Certificate[]): void {
  const signature = elementsOf(assertion).at(-1);
  must(
    signature !== undefined && named(signature, ns.signature, "Signature"),
    "security",
    "The token is not signed",
  );
  const { references, signedInfo, value } = readSignature(signature, assertionProfile);
  const [reference, ...more] = references;
  must(
    reference !== undefined && more.length === 0,
    "security",
    "The token's signature is to cover the token alone",
  );
  must(id !== "" && reference.id === id, "security", "The token's signature covers something else");
  const digest = createHash("sha256").update(canonicalForm(assertion, signature)).digest();
  must(digest.equals(reference.digest), "security", "The token was changed");
  const good = signers.some(({ publicKey }) =>
    verify("RSA-SHA256", Buffer.from(signedInfo), publicKey, value),
  );
  must(good, "security", "The token is not signed by its issuer");
}

function checkConditions(conditions: Element, audience: string, now: number): void {
  const from = instant(conditions.getAttribute("NotBefore") ?? "");
  const until = instant(conditions.getAttribute("NotOnOrAfter") ?? "");
  must(from <= now + CLOCK_SKEW, "security", "The assertion is not valid yet");
  must(now - CLOCK_SKEW < until, "security", "The assertion has expired");
  const restriction = oneChild(conditions, ns.saml, "AudienceRestrictionCondition");
  const audiences = childrenNamed(restriction, ns.saml, "Audience").map(textOf);
  must(audiences.includes(audience), "security", "The assertion is for another audience");
}

function secretOf(assertion: Element): Buffer {
  const methods: string[] = [];
  const secrets: Buffer[] = [];
  for (const element of everyElement(assertion)) {
    if (named(element, ns.saml, "ConfirmationMethod")) methods.push(textOf(element));
    if (named(element, ns.trust, "BinarySecret")) secrets.push(base64Of(element));
  }
  const [secret] = secrets;
  must(
    methods.length > 0 && methods.every((method) => method === constant.holderOfKey),
    "security",
    "No holder of key",
  );
  must(secret !== undefined && secret.length === 32, "security", "The assertion's secret is not of 256 bits");
  must(
    secrets.every((other) => other.equals(secret)),
    "security",
    "The assertion's secrets differ",
  );
  return secret;
}

function attributesIn(assertion: Element): Map<string, string> {
  const statement = oneChild(assertion, ns.saml, "AttributeStatement");
  const found = new Map<string, string>();
  for (const attribute of childrenNamed(statement, ns.saml, "Attribute")) {
    const [value] = childrenNamed(attribute, ns.saml, "AttributeValue");
    if (value !== undefined) found.set(attribute.getAttribute("AttributeName") ?? "", textOf(value));
  }
  return found;
}
