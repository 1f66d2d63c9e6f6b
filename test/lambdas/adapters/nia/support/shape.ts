import { canonicalize } from "../../../../../lambdas/adapters/xml/canonical.ts";
import { ns } from "../../../../../lambdas/adapters/nia/wire/names.ts";
import { elementsOf, isNamed, parseXml } from "../../../../../lambdas/adapters/xml/xml.ts";

type Element = ReturnType<typeof parseXml>;

/** Differs from message to message. */
const variable = new Set([
  "MessageID",
  "Created",
  "Expires",
  "DigestValue",
  "SignatureValue",
  "KeyIdentifier",
]);

const attributesOf = (element: Element): string[] =>
  [...element.attributes]
    .filter(({ namespaceURI }) => namespaceURI !== "http://www.w3.org/2000/xmlns/")
    .map(({ localName, namespaceURI, value }) => {
      if (localName === "Id") return `{${namespaceURI}}Id`;
      if (localName === "URI") return "URI=#";
      return `${localName}=${value}`;
    })
    .toSorted();

const contentOf = (element: Element): unknown => {
  const children = elementsOf(element);
  if (children.length > 0) return children.map(shapeOf);
  if (variable.has(element.localName ?? "")) return "…";
  return (element.textContent ?? "").replace(
    /\s+/g,
    isNamed(element, ns.security, "BinarySecurityToken") ? "" : " ",
  );
};

/** Names, order, algorithms and fixed texts of a message, whatever its prefixes; tokens byte for byte. */
const shapeOf = (element: Element): unknown =>
  isNamed(element, ns.saml, "Assertion")
    ? canonicalize(element)
    : [`{${element.namespaceURI}}${element.localName}`, ...attributesOf(element), contentOf(element)];

export const shape = (message: string): unknown => shapeOf(parseXml(message));
