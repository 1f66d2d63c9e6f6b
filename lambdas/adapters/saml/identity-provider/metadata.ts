import { classOf } from "../../../domain/level-of-assurance.ts";
import type { KeyPair } from "../../key-pairs.ts";
import { escapeAttribute } from "../../xml/escape.ts";
import { bindings, ns, persistent, uriNames } from "../xml/names.ts";
import { certificateText, signEnveloped } from "../xml/sign.ts";
import type { IdentityProviderSettings } from "./settings.ts";
import { newId, wholeSeconds } from "./writing.ts";

const VALID_MS = 14 * 24 * 60 * 60_000;
const CACHE_DURATION = "P1D";

const keyDescriptor = ({ certificatePem }: KeyPair): string =>
  `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${ns.signature}"><ds:X509Data><ds:X509Certificate>` +
  `${certificateText(certificatePem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;

const endpoints = (name: string, url: string): string =>
  [bindings.redirect, bindings.post]
    .map((binding) => `<md:${name} Binding="${binding}" Location="${escapeAttribute(url)}"/>`)
    .join("");

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
  const id = newId();
  return signEnveloped(
    (signature) =>
      `<md:EntityDescriptor xmlns:md="${ns.metadata}" ID="${id}" entityID="${escapeAttribute(settings.entityId)}" ` +
      `validUntil="${wholeSeconds(now + VALID_MS)}" cacheDuration="${CACHE_DURATION}">${signature}` +
      `${assurance(settings)}<md:IDPSSODescriptor WantAuthnRequestsSigned="true" ` +
      `protocolSupportEnumeration="${ns.protocol}">${keys.map(keyDescriptor).join("")}` +
      endpoints("SingleLogoutService", settings.logoutUrl) +
      `<md:NameIDFormat>${persistent}</md:NameIDFormat>` +
      endpoints("SingleSignOnService", settings.loginUrl) +
      `</md:IDPSSODescriptor></md:EntityDescriptor>`,
    keys[0],
  );
};
