import type { Element } from "@xmldom/xmldom";
import { ns } from "../../xml/names.ts";
import { XmlRefused } from "../../xml/parse.ts";
import { attributesOf, elementsOf, named, textOf } from "../../xml/read.ts";
import type { Field, RequestShape, Shape } from "./payload-shapes.ts";
import type { TextRule } from "./rules.ts";

/** The values of a valid request by element name; a nil or missing one is not there. */
export interface Values {
  readonly [name: string]: string | Values;
}

/** Reads a request of that shape. Throws `XmlRefused` that names the first child which is not valid. */
export function readPayload(root: Element, shape: RequestShape): Values {
  if (!named(root, shape.namespace, shape.root)) throw new XmlRefused(`The root is not ${shape.root}`);
  mustHaveNoOtherAttributes(root, {});
  return readSequence(root, shape.fields, shape.namespace);
}

function readSequence(parent: Element, fields: readonly Field[], namespace: string): Values {
  const values: Record<string, string | Values> = {};
  const children = elementsOf(parent);
  for (const field of fields) {
    const child = children[0];
    if (child === undefined || !named(child, namespace, field.name)) {
      if (field.required === true) throw new XmlRefused(`${field.name} is missing or out of order`);
      continue;
    }
    children.shift();
    const value = readField(child, field, namespace);
    if (value !== undefined) values[field.name] = value;
  }
  const rest = children[0];
  if (rest !== undefined) throw new XmlRefused(`${rest.localName} is not expected here`);
  return values;
}

function readField(element: Element, field: Field, namespace: string): string | Values | undefined {
  const nil = element.getAttributeNS(ns.schemaInstance, "nil");
  mustHaveNoOtherAttributes(element, field.attributes ?? {});
  if (nil !== null && field.nillable !== true) throw new XmlRefused(`${field.name} must not be nil`);
  if (nil === "true" || nil === "1") {
    if (element.childNodes.length > 0) throw new XmlRefused(`${field.name} is nil and has content`);
    return undefined;
  }
  if (typeof field.content === "function") return readText(element, field.content);
  return readShape(element, field.content, namespace);
}

function readText(element: Element, rule: TextRule): string {
  const text = textOf(element);
  if (!rule(text)) throw new XmlRefused(`${element.localName} is not valid`);
  return text;
}

function readShape(element: Element, shape: Shape, namespace: string): Values {
  if ("sequence" in shape) return readSequence(element, shape.sequence, namespace);
  const [only] = elementsOf(element);
  const chosen = shape.choice.filter((field) => only !== undefined && named(only, namespace, field.name));
  if (chosen.length === 0) throw new XmlRefused(`${element.localName} holds none of its alternatives`);
  return readSequence(element, chosen, namespace);
}

function mustHaveNoOtherAttributes(element: Element, allowed: Readonly<Record<string, TextRule>>): void {
  for (const { namespaceURI, localName, value } of attributesOf(element)) {
    if (namespaceURI === ns.schemaInstance && localName === "nil") continue;
    const rule = namespaceURI === null && localName !== null ? allowed[localName] : undefined;
    if (rule === undefined || !rule(value)) throw new XmlRefused(`An attribute of ${element.localName}`);
  }
}
