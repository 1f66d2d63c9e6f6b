import { DOMParser, type Element, type Node, onWarningStopParsing } from "@xmldom/xmldom";
import { MessageInvalid } from "../../domain/errors.ts";
import { checkLimits } from "./xml-limits.ts";

/** Namespace of every operation and of the envelope of a message (isds.md, 2). */
export const ISDS = "http://isds.czechpoint.cz/v20";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new MessageInvalid("xml: not UTF-8");
  }
};

/** The root element. No DTD, no entities but the five, bounded depth and size. Throws `MessageInvalid`. */
export const parseXml = (bytes: Uint8Array): Element => {
  const text = decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new MessageInvalid("xml: a DOCTYPE");
  if (/^<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/iu.test(text))
    throw new MessageInvalid("xml: not UTF-8");
  checkLimits(text);
  try {
    const parser = new DOMParser({ onError: onWarningStopParsing, locator: false });
    const root = parser.parseFromString(text, "text/xml").documentElement;
    if (root !== null) return root;
  } catch {
    // The parser's message quotes the document, which may hold personal data.
  }
  throw new MessageInvalid("xml: not well-formed");
};

const isElement = (node: Node): node is Element => node.nodeType === 1;

export const children = (parent: Element): Element[] => Array.from(parent.childNodes).filter(isElement);

export const childrenNamed = (parent: Element, name: string, ...namespaces: string[]): Element[] =>
  children(parent).filter(
    (child) => child.localName === name && namespaces.includes(child.namespaceURI ?? ""),
  );

/** The only child of that name, of any of these namespaces; ISDS's own if none is given. */
export const childNamed = (parent: Element, name: string, ...namespaces: string[]): Element | undefined => {
  const found = childrenNamed(parent, name, ...(namespaces.length > 0 ? namespaces : [ISDS]));
  if (found.length > 1) throw new MessageInvalid(`xml: ${name} more than once`);
  return found[0];
};

export const requiredChild = (parent: Element, name: string, ...namespaces: string[]): Element => {
  const child = childNamed(parent, name, ...namespaces);
  if (child === undefined) throw new MessageInvalid(`xml: no ${name}`);
  return child;
};

const isNil = (element: Element): boolean =>
  ["true", "1"].includes(element.getAttributeNS(XSI, "nil")?.trim() ?? "");

/** Text of a child; nil, absent and empty are all `undefined` (isds.md, 4.1). */
export const textOf = (parent: Element, name: string, ...namespaces: string[]): string | undefined => {
  const child = childNamed(parent, name, ...namespaces);
  if (child === undefined || isNil(child)) return undefined;
  if (children(child).length > 0) throw new MessageInvalid(`xml: ${name} is not text`);
  return child.textContent?.trim() || undefined;
};

export const requiredText = (parent: Element, name: string, ...namespaces: string[]): string => {
  const text = textOf(parent, name, ...namespaces);
  if (text === undefined) throw new MessageInvalid(`xml: no ${name}`);
  return text;
};
