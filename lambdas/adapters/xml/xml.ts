import { DOMParser, type Element, type Node } from "@xmldom/xmldom";

const INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

/** A document or a part of it that is not as it has to be. The text names places, never contents. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** Throws `Malformed` where something is not as it has to be; the text says what, never a value. */
export function must(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Malformed(otherwise);
}

const stop = (): never => {
  throw new Malformed("not well-formed");
};

const parse = (text: string): Element | null => {
  const parser = new DOMParser({
    onError: stop,
    locator: false,
    // XML 1.0: the default also folds U+0085 and U+2028, which would change what was signed
    normalizeLineEndings: (source) => source.replace(/\r\n?/g, "\n"),
  });
  try {
    return parser.parseFromString(text, "text/xml").documentElement;
  } catch {
    // the parser's own text may quote
    return stop();
  }
};

/** A feed page of a thousand entries has a third of it. */
const MAX_TAGS = 100_000;
/** The parser's time grows with the square of these. */
const MAX_DECLARATIONS = 1_000;
/** Likewise, of one tag. */
const MAX_ATTRIBUTES = 200;
/** Whoever walks through a document calls itself for each level. */
const MAX_DEPTH = 100;

const attributesIn = (tag: string): number => tag.split(/=\s*["']/, MAX_ATTRIBUTES + 2).length - 1;

/** How a tag, given from after its `<` on, changes the depth. */
const changeOfDepth = (tag: string): -1 | 0 | 1 => {
  if (tag.startsWith("/")) return -1;
  const head = /^(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(tag)?.[0] ?? "/>";
  return /^[!?]|\/>$/.test(head) ? 0 : 1;
};

const checkDepth = (tags: readonly string[]): void => {
  let depth = 0;
  for (const tag of tags) {
    depth += changeOfDepth(tag);
    if (depth > MAX_DEPTH) throw new Malformed("too deep");
  }
};

/** The root of a well-formed document. What makes parsing dangerous or slow is refused before anything is parsed. */
export const parseXml = (text: string): Element => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Malformed("document type declaration");
  if (text.replace(/^<\?xml\s[^>]*\?>/, "").includes("<?")) throw new Malformed("processing instruction");
  const tags = text.split("<", MAX_TAGS + 1);
  if (tags.length > MAX_TAGS) throw new Malformed("too many tags");
  if (text.split("xmlns", MAX_DECLARATIONS + 1).length > MAX_DECLARATIONS)
    throw new Malformed("too many namespaces");
  if (tags.some((tag) => attributesIn(tag) > MAX_ATTRIBUTES)) throw new Malformed("too many attributes");
  checkDepth(tags.slice(1));
  return parse(text) ?? stop();
};

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

export const elementsOf = (parent: Element): Element[] => [...parent.childNodes].filter(isElement);

export const isNamed = (element: Element, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;

export const childrenNamed = (parent: Element, namespace: string, name: string): Element[] =>
  elementsOf(parent).filter((element) => isNamed(element, namespace, name));

/** The one child of that name, if there is one. Two are refused: who reads the first may differ from who signs. */
export const optionalChild = (parent: Element, namespace: string, name: string): Element | undefined => {
  const found = childrenNamed(parent, namespace, name);
  if (found.length > 1) throw new Malformed(`${name} twice`);
  return found[0];
};

export const childNamed = (parent: Element, namespace: string, name: string): Element => {
  const found = optionalChild(parent, namespace, name);
  if (!found) throw new Malformed(`no ${name}`);
  return found;
};

/** Text without space around it. Throws `Malformed` where the element holds elements. */
export const textOf = (element: Element): string => {
  if (elementsOf(element).length > 0) throw new Malformed(`${element.localName} is not text`);
  return (element.textContent ?? "").trim();
};

export const isNil = (element: Element): boolean =>
  ["true", "1"].includes((element.getAttributeNS(INSTANCE, "nil") ?? "").trim());

/** The child's text; undefined where it is missing, nil or empty. */
export const childText = (parent: Element, namespace: string, name: string): string | undefined => {
  const element = optionalChild(parent, namespace, name);
  if (!element || isNil(element)) return undefined;
  return textOf(element) || undefined;
};

/** Base64 as xmlsec writes it too, with line breaks. */
export const base64Of = (element: Element): Buffer => {
  const text = textOf(element).replace(/\s+/g, "");
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
    throw new Malformed(`${element.localName} is not base64`);
  return Buffer.from(text, "base64");
};

/** A day that its month does not have would roll over into the next one. */
const isReal = (seconds: string): boolean => {
  const local = Date.parse(`${seconds}Z`);
  return !Number.isNaN(local) && new Date(local).toISOString().startsWith(seconds);
};

/** xs:dateTime with a zone, as milliseconds. */
export const instantOf = (text: string | undefined): number => {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text ?? "");
  const seconds = parts?.[1] ?? "";
  const instant = isReal(seconds)
    ? Date.parse(`${seconds}${(parts?.[2] ?? "").slice(0, 4)}${parts?.[3]}`)
    : Number.NaN;
  if (Number.isNaN(instant)) throw new Malformed("not an instant");
  return instant;
};
