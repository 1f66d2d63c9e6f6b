import { classOf } from "../../../domain/level-of-assurance.ts";
import type { KeyPair } from "../../key-pairs.ts";
import { keyDescriptor, service, signedMetadata } from "../xml/metadata.ts";
import { bindings, ns, persistent, uriNames } from "../xml/names.ts";
import type { IdentityProviderSettings } from "./settings.ts";

const endpoints = (name: string, url: string): string =>
  service(name, bindings.redirect, url) + service(name, bindings.post, url);

/** The highest level that a login reaches (SAML V2.0 Identity Assurance Profiles 1.0, 3). */
const assurance = ({ highestLevel }: IdentityProviderSettings): string =>
  `<md:Extensions><mdattr:EntityAttributes xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute">` +
  `<saml:Attribute xmlns:saml="${ns.assertion}" Name="urn:oasis:names:tc:SAML:attribute:assurance-certification" ` +
  `NameFormat="${uriNames}"><saml:AttributeValue>${classOf(highestLevel)}</saml:AttributeValue>` +
  `</saml:Attribute></mdattr:EntityAttributes></md:Extensions>`;

/** Our metadata (nia-saml.md, B1), signed with the first key. Whoever reads them takes signatures of all of them. */
export const writeMetadata = (
  settings: IdentityProviderSettings,
  keys: readonly [KeyPair, ...KeyPair[]],
  now: number,
): string => {
  const roles =
    `${assurance(settings)}<md:IDPSSODescriptor WantAuthnRequestsSigned="true" ` +
    `protocolSupportEnumeration="${ns.protocol}">${keys.map((key) => keyDescriptor("signing", key)).join("")}` +
    endpoints("SingleLogoutService", settings.logoutUrl) +
    `<md:NameIDFormat>${persistent}</md:NameIDFormat>` +
    endpoints("SingleSignOnService", settings.loginUrl) +
    `</md:IDPSSODescriptor>`;
  return signedMetadata({ entityId: settings.entityId, roles, now }, keys[0]);
};
