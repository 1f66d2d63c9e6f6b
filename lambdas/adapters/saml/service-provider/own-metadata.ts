import { type KeyPairs, pairsOf } from "../../key-pairs.ts";
import { keyDescriptor, service, signedMetadata } from "../xml/metadata.ts";
import { bindings, ns, persistent } from "../xml/names.ts";
import type { ServiceProviderSettings } from "./settings.ts";

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
  const roles =
    `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" ` +
    `protocolSupportEnumeration="${ns.protocol}">${pairs.map((pair) => keyDescriptor("signing", pair)).join("")}` +
    keyDescriptor("encryption", current) +
    service("SingleLogoutService", bindings.post, logoutUrl) +
    service("SingleLogoutService", bindings.redirect, logoutUrl) +
    `<md:NameIDFormat>${persistent}</md:NameIDFormat>` +
    service("AssertionConsumerService", bindings.post, consumerUrl, ' index="0" isDefault="true"') +
    `</md:SPSSODescriptor>`;
  return signedMetadata({ entityId, roles, now }, current);
};
