import type { Element } from "@xmldom/xmldom";
import { canonicalize } from "../../xml/canonical.ts";
import { ns } from "../wire/names.ts";
import { base64Of, childNamed, instantOf, isNamed, Malformed, parseXml, textOf } from "../../xml/xml.ts";
import { verifyEnveloped } from "../../xml/enveloped-signature.ts";

/** Milliseconds: our time now, and what NIA said it was when it sent the reply. */
export interface Clocks {
  ours: number;
  theirs: number;
}

/** What a token has to be. */
export interface TokenTerms {
  realm: string;
  /** PEM; empty = not verified. */
  certificates: readonly string[];
  clocks: Clocks;
  skewSeconds: number;
}

export interface Assertion {
  id: string;
  /** On its own, as it goes into the next request. */
  xml: string;
  /** Milliseconds of our clock: as long from now as it lives by the clock of the one who issued it. */
  expiresAt: number;
}

const checkSecrets = (assertion: Element, secret: Buffer): void => {
  for (const element of assertion.getElementsByTagNameNS(ns.trust, "BinarySecret"))
    if (!base64Of(element).equals(secret)) throw new Malformed("the token is bound to another secret");
};

/** Conditions that hold now, for one audience: the realm that was asked for. */
const lifeOf = (conditions: Element, { realm, clocks, skewSeconds }: TokenTerms): { until: number } => {
  const until = instantOf(conditions.getAttribute("NotOnOrAfter") ?? undefined);
  const skew = skewSeconds * 1000;
  if (instantOf(conditions.getAttribute("NotBefore") ?? undefined) > clocks.ours + skew)
    throw new Malformed("the token is not valid yet");
  if (until <= clocks.ours - skew) throw new Malformed("the token has expired");
  const restriction = childNamed(conditions, ns.saml, "AudienceRestrictionCondition");
  if (textOf(childNamed(restriction, ns.saml, "Audience")) !== realm)
    throw new Malformed("the token is for another audience");
  return { until };
};

/**
 * Checks a SAML 1.1 assertion as its receiver would. All is read from the canonical form that is also what is verified
 * and carried on, so no other reading of the reply can matter. Throws `Malformed`.
 */
export const readAssertion = (element: Element, secret: Buffer, terms: TokenTerms): Assertion => {
  const xml = canonicalize(element);
  const assertion = parseXml(xml);
  if (!isNamed(assertion, ns.saml, "Assertion")) throw new Malformed("not an assertion");
  if (`${assertion.getAttribute("MajorVersion")}.${assertion.getAttribute("MinorVersion")}` !== "1.1")
    throw new Malformed("the assertion is not of SAML 1.1");
  const id = assertion.getAttribute("AssertionID") ?? "";
  if (!/^[A-Za-z_][\w.-]{0,255}$/.test(id)) throw new Malformed("AssertionID");
  if (terms.certificates.length > 0) verifyEnveloped(assertion, "AssertionID", terms.certificates);

  const life = lifeOf(childNamed(assertion, ns.saml, "Conditions"), terms);
  checkSecrets(assertion, secret);
  return { id, xml, expiresAt: terms.clocks.ours + (life.until - terms.clocks.theirs) };
};
