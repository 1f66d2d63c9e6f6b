import type { Element } from "@xmldom/xmldom";
import { knownToNia, type ReleasableAttribute, releasableAttributes } from "../../../domain/login-request.ts";
import type { LoginFailure } from "../../../domain/saml-status.ts";
import { childrenNamed, Malformed, optionalChild } from "../../xml/xml.ts";
import { ns } from "../xml/names.ts";
import { flag } from "./flag.ts";
import type { RequestedAttribute, ServiceProvider } from "./service-provider.ts";

/** As the eIDAS message format lists them (eIDAS SAML Message Format, 2.3). */
const inExtensions = (root: Element): RequestedAttribute[] => {
  const extensions = optionalChild(root, ns.protocol, "Extensions");
  const list = extensions && optionalChild(extensions, ns.eidas, "RequestedAttributes");
  if (!list) return [];
  return childrenNamed(list, ns.eidas, "RequestedAttribute").map((one) => {
    const name = one.getAttribute("Name");
    if (!name) throw new Malformed("Name of RequestedAttribute");
    return { name, required: flag(one, "isRequired") };
  });
};

/** As its metadata list them under the index that the request names. */
const inMetadata = (root: Element, provider: ServiceProvider): readonly RequestedAttribute[] | undefined => {
  const index = root.getAttribute("AttributeConsumingServiceIndex");
  return index === null ? [] : provider.requestedAttributes.get(index);
};

/**
 * What the service provider is told: of what it is agreed to be told, what NIA knows already, and what it asks for. What
 * is required and not agreed upon can't be had.
 */
export const requestedAttributes = (
  root: Element,
  provider: ServiceProvider,
): { attributes: ReleasableAttribute[]; failure?: LoginFailure } => {
  const listed = inMetadata(root, provider);
  if (!listed) return { attributes: [], failure: "request-unsupported" };
  const asked = [...inExtensions(root), ...listed];
  const agreed = releasableAttributes.filter((attribute) => provider.attributes[attribute] !== undefined);
  const names = new Set(agreed.map((attribute) => provider.attributes[attribute]));
  const attributes = agreed.filter(
    (attribute) =>
      knownToNia.includes(attribute) || asked.some(({ name }) => name === provider.attributes[attribute]),
  );
  if (asked.some(({ name, required }) => required && !names.has(name)))
    return { attributes, failure: "request-unsupported" };
  return { attributes };
};
