import type { Element } from "@xmldom/xmldom";
import { escapeText } from "../../xml/escape.ts";
import { constants, ns } from "../wire/names.ts";
import { base64Of, childNamed, childText, isNamed, Malformed, optionalChild, textOf } from "../../xml/xml.ts";
import { type Assertion, readAssertion, type TokenTerms } from "./assertion.ts";

/** A token with the secret it is bound to: together as good as a password. */
export interface Token extends Assertion {
  secret: Buffer;
}

const SECRET_BYTES = 32;

const appliesTo = (realm: string): string =>
  `<p:AppliesTo xmlns:p="${ns.policy}"><a:EndpointReference xmlns:a="${ns.addressing}">` +
  `<a:Address>${escapeText(realm)}</a:Address></a:EndpointReference></p:AppliesTo>`;

const requestType = `<t:RequestType>${constants.issueRequest}</t:RequestType>`;

const requestToken = (...children: string[]): string =>
  `<t:RequestSecurityToken xmlns:t="${ns.trust}">${children.join("")}</t:RequestSecurityToken>`;

/** What the IPSTS is asked (nia-soap.md, 5.1). */
export const identityRequest = (realm: string): string =>
  requestToken(
    `<t:TokenType>${ns.saml}</t:TokenType>`,
    requestType,
    `<t:KeyType>${constants.symmetricKey}</t:KeyType>`,
    appliesTo(realm),
  );

/** What the FPSTS is asked (6.1). */
export const federationRequest = (realm: string): string => requestToken(appliesTo(realm), requestType);

const checkStated = (response: Element, name: string, expected: string): void => {
  const stated = childText(response, ns.trust, name);
  if (stated !== undefined && stated !== expected) throw new Malformed(`${name} is not what was asked`);
};

const checkRealm = (response: Element, realm: string): void => {
  const stated = optionalChild(response, ns.policy, "AppliesTo");
  if (!stated) return;
  const reference = childNamed(stated, ns.addressing, "EndpointReference");
  if (childText(reference, ns.addressing, "Address") !== realm)
    throw new Malformed("AppliesTo is not what was asked");
};

const secretOf = (response: Element): Buffer => {
  const proof = childNamed(response, ns.trust, "RequestedProofToken");
  const secret = base64Of(childNamed(proof, ns.trust, "BinarySecret"));
  if (secret.length !== SECRET_BYTES) throw new Malformed("the secret does not have 32 bytes");
  return secret;
};

const referenceOf = (response: Element): string => {
  const attached = childNamed(response, ns.trust, "RequestedAttachedReference");
  const reference = childNamed(attached, ns.security, "SecurityTokenReference");
  const identifier = childNamed(reference, ns.security, "KeyIdentifier");
  if (identifier.getAttribute("ValueType") !== constants.assertionId)
    throw new Malformed("RequestedAttachedReference is not an AssertionID");
  return textOf(identifier);
};

/** Reads what an STS issued, by name and never by position (5.2). Throws `Malformed` where a check fails. */
export const readToken = (collection: Element, terms: TokenTerms): Token => {
  if (!isNamed(collection, ns.trust, "RequestSecurityTokenResponseCollection"))
    throw new Malformed("not an issued token");
  const response = childNamed(collection, ns.trust, "RequestSecurityTokenResponse");
  if (collection.getElementsByTagNameNS(ns.saml, "Assertion").length !== 1)
    throw new Malformed("not one assertion");
  checkStated(response, "TokenType", ns.saml);
  checkStated(response, "KeyType", constants.symmetricKey);
  checkStated(response, "RequestType", constants.issueRequest);
  checkStated(response, "KeySize", "256");
  checkRealm(response, terms.realm);
  const secret = secretOf(response);
  const issued = childNamed(response, ns.trust, "RequestedSecurityToken");
  const assertion = readAssertion(childNamed(issued, ns.saml, "Assertion"), secret, terms);
  if (referenceOf(response) !== assertion.id)
    throw new Malformed("RequestedAttachedReference names another assertion");
  return { ...assertion, secret };
};
