import { sign } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { signEnveloped } from "../../../../../../lambdas/adapters/saml/xml/sign.ts";
import type { SamlMessage } from "../../../../../../lambdas/services/ports/identity-provider.ts";
import type { Identity } from "../../../../../../local/certificates.ts";
import { posted, us } from "./our-provider.ts";

export const them = {
  entityId: "urn:example:their-service",
  consumerUrl: "https://service.example/acs",
  secondConsumerUrl: "https://service.example/second",
  logoutUrl: "https://service.example/logout",
};
export const NOW = Date.parse("2026-11-23T12:00:00Z");
export const minutesFromNow = (minutes: number): string =>
  new Date(NOW + minutes * 60_000).toISOString().replace(".000", "");

export const BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:";
const keyDescriptor = ({ certificatePem }: Identity, use: string, methods = ""): string =>
  `<KeyDescriptor use="${use}"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>` +
  `${certificatePem.replaceAll(/-----[^-]+-----|\s/g, "")}</X509Certificate></X509Data></KeyInfo>${methods}</KeyDescriptor>`;

/** Their metadata; `more` stands among the keys. */
export const theirMetadata = (
  key: Identity,
  { entityId = them.entityId, attributes = "", more = "" } = {},
): string =>
  `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}" ${attributes}>` +
  `<SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">` +
  `${keyDescriptor(key, "signing")}${more}` +
  `<SingleLogoutService Binding="${BINDING}HTTP-Redirect" Location="${them.logoutUrl}"/>` +
  `<AssertionConsumerService Binding="${BINDING}HTTP-Artifact" Location="https://service.example/art" index="0"/>` +
  `<AssertionConsumerService Binding="${BINDING}HTTP-POST" Location="${them.secondConsumerUrl}" index="2"/>` +
  `<AssertionConsumerService Binding="${BINDING}HTTP-POST" Location="${them.consumerUrl}" index="1" isDefault="true"/>` +
  `</SPSSODescriptor></EntityDescriptor>`;

export const encryptionKey = (key: Identity, ...algorithms: string[]): string =>
  keyDescriptor(
    key,
    "encryption",
    algorithms.map((algorithm) => `<EncryptionMethod Algorithm="${algorithm}"/>`).join(""),
  );

export interface Wish {
  root?: string;
  /** Instead of, or beside, the usual ones; undefined leaves one out. */
  attributes?: Readonly<Record<string, string | undefined>>;
  issuer?: string;
  content?: string;
}

/** Writes a request of theirs around a signature. */
export const aRequest =
  ({ root = "AuthnRequest", attributes = {}, issuer = them.entityId, content = "" }: Wish = {}) =>
  (signature: string): string => {
    const all = {
      ID: "_request-1",
      Version: "2.0",
      IssueInstant: minutesFromNow(0),
      Destination: root === "AuthnRequest" ? us.loginUrl : us.logoutUrl,
      ...attributes,
    };
    const written = Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}="${value}"`);
    return (
      `<samlp:${root} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ` +
      `xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"${written.join("")}>` +
      `<saml:Issuer>${issuer}</saml:Issuer>${signature}${content}</samlp:${root}>`
    );
  };

export const byPost = (xml: string, more: Record<string, string> = {}): SamlMessage =>
  posted({ SAMLRequest: Buffer.from(xml).toString("base64"), ...more });
export const signedPost = (wish: Wish, key: Identity): SamlMessage =>
  byPost(signEnveloped(aRequest(wish), key));

export const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
export const encoded = (xml: string): string => encodeURIComponent(deflateRawSync(xml).toString("base64"));
export const asQuery = (query: string): SamlMessage => ({ binding: "redirect", query });

/** A query with a signature over exactly these octets. */
export const signedOctets = (octets: string, key: Identity, hash = "RSA-SHA256"): string =>
  `${octets}&Signature=${encodeURIComponent(sign(hash, Buffer.from(octets), key.privateKeyPem).toString("base64"))}`;

export const signedQuery = (xml: string, key: Identity, relayState?: string): string =>
  signedOctets(
    `SAMLRequest=${encoded(xml)}${relayState === undefined ? "" : `&RelayState=${relayState}`}` +
      `&SigAlg=${encodeURIComponent(RSA_SHA256)}`,
    key,
  );
