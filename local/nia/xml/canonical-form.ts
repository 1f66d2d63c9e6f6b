import { type Attr, type Element, Node } from "@xmldom/xmldom";
import { ns } from "./names.ts";
import { attributesOf, isElement } from "./read.ts";
import { escapeAttribute, escapeText } from "./write.ts";

type Declarations = ReadonlyMap<string, string>;

/**
 * Exclusive canonical form without comments of an element in its place in the document
 * (http://www.w3.org/2001/10/xml-exc-c14n#, no InclusiveNamespaces). `without` is left out, as the
 * enveloped-signature transform asks.
 */
export const canonicalForm = (apex: Element, without?: Element): string => render(apex, new Map(), without);

function render(element: Element, rendered: Declarations, without: Element | undefined): string {
  const attributes = attributesOf(element);
  const fresh = [...visiblyUsed(element, attributes)]
    .filter(([prefix, uri]) => (rendered.get(prefix) ?? (prefix === "" ? "" : undefined)) !== uri)
    .toSorted(([a], [b]) => compare(a, b));
  const inScope = new Map([...rendered, ...fresh]);
  const inside = Array.from(element.childNodes).map((node) => renderNode(node, inScope, without));
  const declarations = fresh.map(([prefix, uri]) => declaration(prefix, uri));
  const values = attributes.toSorted(byName).map((attr) => ` ${attr.name}="${escapeAttribute(attr.value)}"`);
  return `<${element.tagName}${declarations.join("")}${values.join("")}>${inside.join("")}</${element.tagName}>`;
}

function renderNode(node: Node, inScope: Declarations, without: Element | undefined): string {
  if (node === without || node.nodeType === Node.COMMENT_NODE) return "";
  if (isElement(node)) return render(node, inScope, without);
  return escapeText(node.nodeValue ?? "");
}

function visiblyUsed(element: Element, attributes: readonly Attr[]): Map<string, string> {
  const used = new Map<string, string>();
  if (element.prefix !== "xml") used.set(element.prefix ?? "", element.namespaceURI ?? "");
  for (const { prefix, namespaceURI } of attributes) {
    if (prefix && namespaceURI !== null && namespaceURI !== ns.xml) used.set(prefix, namespaceURI);
  }
  return used;
}

const declaration = (prefix: string, uri: string): string =>
  prefix === "" ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`;

const byName = (a: Attr, b: Attr): number =>
  compare(a.namespaceURI ?? "", b.namespaceURI ?? "") || compare(a.localName ?? "", b.localName ?? "");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
