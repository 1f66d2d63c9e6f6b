import { type Attr, type Element, Node } from "@xmldom/xmldom";
import { ns } from "./names.ts";
import { XmlRefused } from "./parse.ts";

const XML_SPACE = /^[ \t\n\r]*$/;

export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

export const named = (element: Element, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;

/** The child elements of an element that holds nothing but elements. Throws `XmlRefused` when text stands between. */
export function elementsOf(parent: Element): Element[] {
  const found: Element[] = [];
  for (const node of Array.from(parent.childNodes)) {
    if (isElement(node)) found.push(node);
    else if (node.nodeType !== Node.COMMENT_NODE && !XML_SPACE.test(node.nodeValue ?? "")) {
      throw new XmlRefused(`Text between the children of ${parent.localName}`);
    }
  }
  return found;
}

export const childrenNamed = (parent: Element, namespace: string, name: string): Element[] =>
  elementsOf(parent).filter((child) => named(child, namespace, name));

/** The one child of that name. Throws `XmlRefused` when there is none or more than one. */
export function oneChild(parent: Element, namespace: string, name: string): Element {
  const [first, ...more] = childrenNamed(parent, namespace, name);
  if (first === undefined) throw new XmlRefused(`${name} is missing in ${parent.localName}`);
  if (more.length > 0) throw new XmlRefused(`${name} is there more than once in ${parent.localName}`);
  return first;
}

export const optionalChild = (parent: Element, namespace: string, name: string): Element | undefined =>
  childrenNamed(parent, namespace, name).length === 0 ? undefined : oneChild(parent, namespace, name);

/** The text of an element without child elements, white space kept. Throws `XmlRefused` when it has any. */
export function textOf(element: Element): string {
  const nodes = Array.from(element.childNodes);
  if (nodes.some(isElement)) throw new XmlRefused(`${element.localName} is to hold text only`);
  return element.textContent ?? "";
}

/** Decoded base64 that may be broken into lines (nia-soap.md, 4.3). */
export function base64Of(element: Element): Buffer {
  const compact = textOf(element).replace(/[ \t\n\r]/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact) || compact.length % 4 !== 0) {
    throw new XmlRefused(`${element.localName} is not base64`);
  }
  return Buffer.from(compact, "base64");
}

export const attributesOf = (element: Element): Attr[] =>
  Array.from(element.attributes).filter((attribute) => attribute.namespaceURI !== ns.xmlns);

/** The element and all elements under it, in document order. */
export function* everyElement(root: Element): Generator<Element> {
  yield root;
  for (const node of Array.from(root.childNodes)) if (isElement(node)) yield* everyElement(node);
}
