import type { Element } from "@xmldom/xmldom";
import { Malformed, parseXml } from "../../xml/xml.ts";

const XML = "http://www.w3.org/XML/1998/namespace";
const idAttributes: readonly string[] = ["ID", "Id", "id", "AssertionID"];

/** Tags and attributes of a message: NIA's have some 300. Whoever sends one must not cost us seconds. */
const MAX_PARTS = 2_000;

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed("not UTF-8");
  }
};

/** The values of every attribute that any standard takes for an identifier. Throws `Malformed` where one stands twice. */
export const checkedIds = (root: Element): Set<string> => {
  const ids = new Set<string>();
  for (const element of [root, ...root.getElementsByTagName("*")])
    for (const { namespaceURI, localName, value } of element.attributes) {
      const isPlain = (namespaceURI ?? "") === "" && idAttributes.includes(localName ?? "");
      if (!isPlain && !(namespaceURI === XML && localName === "id")) continue;
      if (ids.has(value)) throw new Malformed("an ID twice");
      ids.add(value);
    }
  return ids;
};

/**
 * The root of a SAML message from outside: UTF-8 of that size at most, well-formed, with elements, attributes and text
 * only: no document type, comment, processing instruction or CDATA section, so that no two readers see different
 * texts; all identifiers unique; not more than `maxParts` tags and attributes. Throws `Malformed`.
 */
export const parseMessage = (bytes: Uint8Array, maxBytes: number, maxParts = MAX_PARTS): Element => {
  if (bytes.length > maxBytes) throw new Malformed("too large");
  const text = decode(bytes);
  const declaration = /^<\?xml\s[^>]*\?>/.exec(text)?.[0] ?? "";
  if (/encoding\s*=\s*["'](?!utf-8["'])/i.test(declaration)) throw new Malformed("not UTF-8");
  // no "<" can stand in text or an attribute, so this finds all of them
  if (/<[!?]/.test(text.slice(declaration.length)))
    throw new Malformed("a comment, document type, instruction or CDATA section");
  if (text.split(/<|=\s*["']/, maxParts + 2).length - 1 > maxParts)
    throw new Malformed("too many tags and attributes");
  const root = parseXml(text);
  checkedIds(root);
  return root;
};
