import { randomUUID } from "node:crypto";
import { escapeAttribute, escapeText } from "../../nia/xml/write.ts";
import type { PortalKeys } from "../keys.ts";
import { binding, nameIdFormat, ns, portalEntityId } from "../saml/names.ts";
import { certificateText } from "../saml/signing.ts";

/**
 * NIA's metadata, not signed yet: WS-Federation roles first, which bear the certificates too, then the SAML identity
 * provider (nia-saml.md, A9).
 */
export function portalMetadata(keys: PortalKeys, endpoint: string): string {
  const certificates = keys.announced.map(({ certificatePem }) => certificateText(certificatePem));
  const passive = endpoint.replace(/saml2\/basic$/u, "Default.aspx");
  return (
    `<EntityDescriptor xmlns="${ns.metadata}" ID="_${randomUUID()}" entityID="${portalEntityId}">` +
    federationRole("ApplicationServiceType", "ApplicationServiceEndpoint", certificates, passive) +
    federationRole("SecurityTokenServiceType", "SecurityTokenServiceEndpoint", certificates, passive) +
    `<IDPSSODescriptor protocolSupportEnumeration="${ns.protocol}">${certificates.map(signingKey).join("")}` +
    `${services("SingleLogoutService", endpoint)}<NameIDFormat>${nameIdFormat.persistent}</NameIDFormat>` +
    `${services("SingleSignOnService", endpoint)}</IDPSSODescriptor></EntityDescriptor>`
  );
}

const signingKey = (certificate: string): string =>
  `<KeyDescriptor use="signing"><KeyInfo xmlns="${ns.signature}"><X509Data><X509Certificate>${certificate}` +
  `</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;

const services = (name: string, location: string): string =>
  [binding.redirect, binding.post]
    .map((one) => `<${name} Binding="${one}" Location="${escapeAttribute(location)}"/>`)
    .join("");

const federationRole = (
  type: string,
  endpointName: string,
  certificates: readonly string[],
  passive: string,
): string =>
  `<RoleDescriptor xsi:type="fed:${type}" xmlns:xsi="${ns.schemaInstance}" xmlns:fed="${ns.federation}"` +
  ` protocolSupportEnumeration="${ns.federation}">${certificates.map(signingKey).join("")}` +
  `<fed:${endpointName}><wsa:EndpointReference xmlns:wsa="${ns.addressing}"><wsa:Address>${escapeText(passive)}` +
  `</wsa:Address></wsa:EndpointReference></fed:${endpointName}></RoleDescriptor>`;

/** The portal as a service provider towards an identity provider, not signed yet. */
export const hubMetadata = (
  keys: PortalKeys,
  hub: { readonly entityId: string; readonly consumer: string; readonly logoutService: string },
): string => {
  const key = signingKey(certificateText(keys.hub.certificatePem));
  return (
    `<EntityDescriptor xmlns="${ns.metadata}" ID="_hub" entityID="${escapeAttribute(hub.entityId)}">` +
    `<SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${ns.protocol}">` +
    `${key}${key.replace('"signing"', '"encryption"')}` +
    `<SingleLogoutService Binding="${binding.post}" Location="${escapeAttribute(hub.logoutService)}"/>` +
    `<NameIDFormat>${nameIdFormat.persistent}</NameIDFormat><AssertionConsumerService index="0" isDefault="true"` +
    ` Binding="${binding.post}" Location="${escapeAttribute(hub.consumer)}"/></SPSSODescriptor></EntityDescriptor>`
  );
};
