import { createHmac, timingSafeEqual } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { algorithm, constant, ns } from "../xml/names.ts";
import { textOf } from "../xml/read.ts";
import { type AssertionExpectation, type VerifiedAssertion, verifyAssertion } from "./assertion-check.ts";
import { type SoapMessage, reading } from "./message.ts";
import { must } from "./refusal.ts";
import { readSecurityHeader } from "./security-header.ts";
import { keyIdentifierOf, messageProfile, mustCover, readSignature, securityReference } from "./signature.ts";

/**
 * The proof of calls 2 and 3 (nia-soap.md, 6.3): a token of the expected service, checked first, and HMAC-SHA1 over
 * the Timestamp with the secret in it. Answers the token's content. Throws `Refused`.
 */
export function proveByToken(
  message: SoapMessage,
  expected: AssertionExpectation,
  now: Date,
): VerifiedAssertion {
  return reading("security", () => {
    const { timestamp, token, signature } = readSecurityHeader(message, now);
    const assertion = verifyAssertion(token, expected, now);
    const parts = readSignature(signature, messageProfile(algorithm.hmacSha1));
    mustNameAssertion(parts.keyInfo, assertion.id);
    mustCover(parts, [timestamp], "the Timestamp");
    const mac = createHmac("sha1", assertion.secret).update(parts.signedInfo).digest();
    must(
      mac.length === parts.value.length && timingSafeEqual(mac, parts.value),
      "security",
      "HMAC by another key",
    );
    return assertion;
  });
}

function mustNameAssertion(keyInfo: Element, assertionId: string): void {
  const reference = securityReference(keyInfo);
  // The production client writes TokenType without a namespace, the standard has it in wsse 1.1, and it may be left out.
  const type = reference.getAttributeNS(ns.security11, "TokenType") ?? reference.getAttribute("TokenType");
  must(type === null || type === constant.saml11, "security", "The KeyInfo's TokenType is not SAML 1.1");
  const identifier = keyIdentifierOf(keyInfo);
  must(
    identifier.getAttribute("ValueType") === constant.samlId,
    "security",
    "The KeyInfo names no assertion id",
  );
  must(textOf(identifier).trim() === assertionId, "security", "The KeyInfo names another assertion");
}
