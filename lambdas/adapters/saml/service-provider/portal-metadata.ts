import { X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { PortalMetadataInvalid } from "../../../domain/errors.ts";
import type { PortalMetadata } from "../../../services/ports/service-provider.ts";
import { childNamed, childrenNamed, instantOf, isNamed, Malformed, must, textOf } from "../../xml/xml.ts";
import { ns } from "../xml/names.ts";
import { parseMessage } from "../xml/parse.ts";
import { signedContent } from "../xml/signed.ts";
import { isOfPortal } from "./portal-certificate.ts";
import type { ServiceProviderSettings } from "./settings.ts";

const MAX_BYTES = 1_000_000;
/** Metadata list every claim and service. */
const MAX_PARTS = 50_000;

const certificateOf = (element: Element): X509Certificate => {
  try {
    return new X509Certificate(Buffer.from(textOf(element), "base64"));
  } catch {
    throw new Malformed("a certificate");
  }
};

/** Of a Signature or a KeyDescriptor. */
const certificatesIn = (parent: Element): X509Certificate[] =>
  childrenNamed(parent, ns.signature, "KeyInfo")
    .flatMap((info) => childrenNamed(info, ns.signature, "X509Data"))
    .flatMap((data) => childrenNamed(data, ns.signature, "X509Certificate"))
    .map(certificateOf);

const pemOf = (certificate: X509Certificate): string => certificate.toString();

/** The certificate that signed is named in the document, and counts only because of who issued it, and to whom. */
const readSigned = (xml: string, { portal }: ServiceProviderSettings, now: number): Element => {
  const root = parseMessage(Buffer.from(xml), MAX_BYTES, MAX_PARTS);
  must(isNamed(root, ns.metadata, "EntityDescriptor"), "not an EntityDescriptor");
  const named = certificatesIn(childNamed(root, ns.signature, "Signature"));
  const pinned = named.filter((certificate) => isOfPortal(certificate, portal, now));
  must(pinned.length > 0, "signed by nobody who may");
  return signedContent(root, pinned.map(pemOf));
};

/**
 * The SAML identity provider at the address of the settings. WS-Federation roles of the same document hold certificates
 * too; and of NIA's environments, which have one name and one seal's owner, only the address tells which this is.
 */
const rolesAt = (root: Element, url: string): Element[] =>
  childrenNamed(root, ns.metadata, "IDPSSODescriptor").filter(
    (role) =>
      (role.getAttribute("protocolSupportEnumeration") ?? "").split(/\s+/).includes(ns.protocol) &&
      childrenNamed(role, ns.metadata, "SingleSignOnService").some(
        (service) => service.getAttribute("Location") === url,
      ),
  );

const signingCertificates = (roles: readonly Element[], now: number): string[] => {
  const certificates = roles
    .flatMap((role) => childrenNamed(role, ns.metadata, "KeyDescriptor"))
    .filter((descriptor) => (descriptor.getAttribute("use") ?? "signing") === "signing")
    .flatMap(certificatesIn)
    .filter(({ validToDate }) => now < validToDate.getTime());
  return [...new Set(certificates.map(pemOf))];
};

const validUntil = (root: Element, now: number): string | undefined => {
  const text = root.getAttribute("validUntil");
  if (text === null) return undefined;
  const until = instantOf(text);
  must(now < until, "not valid any more");
  return new Date(until).toISOString();
};

/** `ServiceProvider.readMetadata` (nia-saml.md, A9). */
export const readPortalMetadata = (
  xml: string,
  settings: ServiceProviderSettings,
  now: number,
): PortalMetadata => {
  try {
    const root = readSigned(xml, settings, now);
    must(root.getAttribute("entityID") === settings.portal.entityId, "of another entity");
    const until = validUntil(root, now);
    const roles = rolesAt(root, settings.portal.url);
    must(roles.length > 0, "no identity provider at the address of the settings");
    const certificates = signingCertificates(roles, now);
    must(certificates.length > 0, "no certificate to sign with");
    return { signingCertificates: certificates, ...(until !== undefined && { validUntil: until }) };
  } catch (error) {
    if (error instanceof Malformed) throw new PortalMetadataInvalid(error.message);
    throw error;
  }
};
