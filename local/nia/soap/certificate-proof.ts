import { type X509Certificate, verify } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { algorithm, constant, ns } from "../xml/names.ts";
import { base64Of, named, oneChild } from "../xml/read.ts";
import { type SoapMessage, reading } from "./message.ts";
import { must } from "./refusal.ts";
import { type SecurityHeader, readSecurityHeader } from "./security-header.ts";
import { messageProfile, mustCover, readSignature, securityReference } from "./signature.ts";

/**
 * The proof of call 1 (nia-soap.md, 4.3): RSA-SHA1 over Timestamp and To by a certificate in the message that is one
 * of those accepted. Answers the certificate. Throws `Refused`.
 */
export function proveByCertificate(
  message: SoapMessage,
  to: Element,
  accepted: readonly X509Certificate[],
  now: Date,
): X509Certificate {
  return reading("security", () => {
    const header = readSecurityHeader(message, now);
    const certificate = certificateOf(header.token, accepted, now);
    const parts = readSignature(header.signature, messageProfile(algorithm.rsaSha1));
    mustNameToken(parts.keyInfo, header);
    mustCover(parts, [header.timestamp, to], "Timestamp and To");
    const good = verify("RSA-SHA1", Buffer.from(parts.signedInfo), certificate.publicKey, parts.value);
    must(good, "security", "The signature is not the certificate's");
    return certificate;
  });
}

function certificateOf(token: Element, accepted: readonly X509Certificate[], now: Date): X509Certificate {
  must(named(token, ns.security, "BinarySecurityToken"), "security", "The token is no certificate");
  must(
    token.getAttribute("ValueType") === constant.x509v3,
    "security",
    "The token's ValueType is not X509v3",
  );
  must(
    token.getAttribute("EncodingType") === constant.base64,
    "security",
    "The token's EncodingType is not base64",
  );
  const der = base64Of(token);
  const certificate = accepted.find((candidate) => candidate.raw.equals(der));
  must(certificate !== undefined, "authentication", "The certificate is unknown");
  must(certificate.validFromDate <= now, "authentication", "The certificate is not valid yet");
  must(now < certificate.validToDate, "authentication", "The certificate has expired");
  must(certificate.publicKey.asymmetricKeyType === "rsa", "security", "The certificate's key is not RSA");
  return certificate;
}

function mustNameToken(keyInfo: Element, { token }: SecurityHeader): void {
  const reference = oneChild(securityReference(keyInfo), ns.security, "Reference");
  const id = token.getAttributeNS(ns.utility, "Id");
  must(id !== null && id !== "", "security", "The token has no Id");
  must(reference.getAttribute("URI") === `#${id}`, "security", "The KeyInfo names another token");
  const type = reference.getAttribute("ValueType");
  must(type === null || type === constant.x509v3, "security", "The KeyInfo's ValueType is not X509v3");
}
