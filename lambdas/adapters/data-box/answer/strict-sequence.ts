import type { Element } from "@xmldom/xmldom";
import { MessageInvalid } from "../../../domain/errors.ts";
import { children } from "../xml.ts";

const XMLNS = "http://www.w3.org/2000/xmlns/";

const checkAttributes = (element: Element, allowed: readonly string[]): void => {
  for (const { namespaceURI, localName } of element.attributes) {
    if (namespaceURI !== XMLNS && (namespaceURI !== null || !allowed.includes(localName ?? "")))
      throw new MessageInvalid(`an unknown attribute of ${element.localName}`);
  }
};

/** Reads the children of an element in the order of its schema; whatever the schema does not name is refused. */
export interface StrictSequence {
  optional(name: string, ...attributes: string[]): Element | undefined;
  required(name: string, ...attributes: string[]): Element;
  many(name: string, most: number): Element[];
  /** Text of an element without children that fits the pattern. */
  text(name: string, pattern: RegExp): string;
  optionalText(name: string, pattern: RegExp): string | undefined;
  /** Nothing may be left. */
  end(): void;
}

const COMMENT = 8;

/** Text of an element that holds nothing else. */
export const leafText = (element: Element, pattern: RegExp): string => {
  const text = element.textContent ?? "";
  if (children(element).length > 0 || !pattern.test(text))
    throw new MessageInvalid(`${element.localName} is not as the schema says`);
  return text;
};

export const strictSequence = (parent: Element): StrictSequence => {
  const foreign = Array.from(parent.childNodes).some(
    (node) => node.nodeType !== 1 && node.nodeType !== COMMENT && node.nodeValue?.trim() !== "",
  );
  if (foreign) throw new MessageInvalid(`text between the elements of ${parent.localName}`);
  const rest = children(parent);

  const optional: StrictSequence["optional"] = (name, ...attributes) => {
    const [next] = rest;
    if (next?.localName !== name || next.namespaceURI !== parent.namespaceURI) return undefined;
    checkAttributes(next, attributes);
    return rest.shift();
  };
  const required: StrictSequence["required"] = (name, ...attributes) => {
    const element = optional(name, ...attributes);
    if (element === undefined) throw new MessageInvalid(`no ${name} in its place`);
    return element;
  };
  return {
    optional,
    required,
    many: (name, most) => {
      const found: Element[] = [];
      for (let next = optional(name); next !== undefined; next = optional(name)) found.push(next);
      if (found.length > most) throw new MessageInvalid(`more than ${most} of ${name}`);
      return found;
    },
    text: (name, pattern) => leafText(required(name), pattern),
    optionalText: (name, pattern) => {
      const element = optional(name);
      return element && leafText(element, pattern);
    },
    end: () => {
      // The name is not shown: in a document of another schema it might be anything.
      if (rest.length > 0) throw new MessageInvalid(`an unknown element in ${parent.localName}`);
    },
  };
};
