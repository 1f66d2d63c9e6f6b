import { type KeyPairs, pairsOf } from "../../key-pairs.ts";
import { escapeAttribute } from "../../xml/escape.ts";
import { bindings, ns, persistent } from "../xml/names.ts";
import { certificateText, signEnveloped } from "../xml/sign.ts";
import { newId, wholeSeconds } from "../xml/writing.ts";
import type { ServiceProviderSettings } from "./settings.ts";

const VALID_MS = 14 * 24 * 60 * 60_000;

const keyDescriptor = (use: "signing" | "encryption", certificatePem: string): string =>
  `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="${ns.signature}"><ds:X509Data><ds:X509Certificate>` +
  `${certificateText(certificatePem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;

const service = (name: string, binding: string, url: string, more = ""): string =>
  `<md:${name} Binding="${binding}" Location="${escapeAttribute(url)}"${more}/>`;

/**
 * Our metadata: every certificate that a signature of ours may need, and one to encrypt to, so that nobody has to
 * choose; what is encrypted to another one of them is read all the same. Signed with the first.
 */
export const writeOwnMetadata = (
  { entityId, consumerUrl, logoutUrl }: ServiceProviderSettings,
  keys: KeyPairs,
  now: number,
): string => {
  const pairs = pairsOf(keys);
  const [current] = pairs;
  if (current === undefined) throw new RangeError("no key");
  const id = newId();
  return signEnveloped(
    (signature) =>
      `<md:EntityDescriptor xmlns:md="${ns.metadata}" ID="${id}" entityID="${escapeAttribute(entityId)}" ` +
      `validUntil="${wholeSeconds(now + VALID_MS)}" cacheDuration="P1D">${signature}` +
      `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" ` +
      `protocolSupportEnumeration="${ns.protocol}">` +
      pairs.map(({ certificatePem }) => keyDescriptor("signing", certificatePem)).join("") +
      keyDescriptor("encryption", current.certificatePem) +
      service("SingleLogoutService", bindings.post, logoutUrl) +
      service("SingleLogoutService", bindings.redirect, logoutUrl) +
      `<md:NameIDFormat>${persistent}</md:NameIDFormat>` +
      service("AssertionConsumerService", bindings.post, consumerUrl, ' index="0" isDefault="true"') +
      `</md:SPSSODescriptor></md:EntityDescriptor>`,
    current,
  );
};
