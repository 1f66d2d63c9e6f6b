import type { Attr, Element, Node } from "@xmldom/xmldom";
import { inAttribute, inText } from "./escape.ts";
import { Malformed } from "./xml.ts";

const XMLNS = "http://www.w3.org/2000/xmlns/";
const XML = "http://www.w3.org/XML/1998/namespace";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Scope = ReadonlyMap<string, string>;

/** What the element itself uses and no ancestor in the output has declared, by prefix. */
const declarations = (element: Element, attributes: Attr[], scope: Scope): [string, string][] => {
  const used = new Map([[element.prefix ?? "", element.namespaceURI ?? ""]]);
  for (const { prefix, namespaceURI } of attributes) if (prefix) used.set(prefix, namespaceURI ?? "");
  used.delete("xml");
  return [...used]
    .filter(([prefix, uri]) => (scope.get(prefix) ?? "") !== uri)
    .toSorted(([a], [b]) => compare(a, b));
};

const attributesOf = (element: Element): Attr[] =>
  [...element.attributes]
    .filter(({ namespaceURI }) => namespaceURI !== XMLNS)
    .toSorted(
      (a, b) =>
        compare(a.namespaceURI ?? "", b.namespaceURI ?? "") || compare(a.localName ?? "", b.localName ?? ""),
    );

const writeElement = (element: Element, scope: Scope, omit: Element | undefined): string => {
  if (element.prefix === "xml" && element.namespaceURI !== XML) throw new Malformed("prefix xml");
  const attributes = attributesOf(element);
  const declared = declarations(element, attributes, scope);
  const inner: Scope = declared.length ? new Map([...scope, ...declared]) : scope;
  const head = [
    element.tagName,
    ...declared.map(([prefix, uri]) => `${prefix ? `xmlns:${prefix}` : "xmlns"}="${inAttribute(uri)}"`),
    ...attributes.map(({ name, value }) => `${name}="${inAttribute(value)}"`),
  ].join(" ");
  const content = [...element.childNodes].map((child) => writeNode(child, inner, omit)).join("");
  return `<${head}>${content}</${element.tagName}>`;
};

const writeNode = (node: Node, scope: Scope, omit: Element | undefined): string => {
  if (node === omit) return "";
  switch (node.nodeType) {
    case node.ELEMENT_NODE:
      return writeElement(node as Element, scope, omit);
    case node.TEXT_NODE:
    case node.CDATA_SECTION_NODE:
      return inText(node.nodeValue ?? "");
    case node.COMMENT_NODE:
      return "";
    default:
      throw new Malformed(`node of type ${node.nodeType}`);
  }
};

/**
 * Exclusive XML Canonicalization 1.0, without comments and without inclusive prefixes, of one element in its place.
 * `omit` is left out: the enveloped signature. The result stands on its own, and is its own canonical form wherever
 * it is put, so a token carried on in this form keeps its signature (nia-soap.md, 4.5).
 */
export const canonicalize = (element: Element, omit?: Element): string =>
  writeElement(element, new Map(), omit);
