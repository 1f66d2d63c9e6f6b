import { DOMParser, type Element, type Node, onErrorStopParsing } from "@xmldom/xmldom";
import { type Field, type ServicePath, fieldTypes, shapeOf } from "./request-shapes.ts";
import { ISDS, SOAP, XSI } from "./xml.ts";

/** What a client asks for. A field without a value is null. */
export interface SoapRequest {
  readonly operation: string;
  /** Absent where this service has no such operation. */
  readonly fields?: ReadonlyMap<string, string | null>;
}

/** The request breaks SOAP or the schema; the message tells where, without any value. */
export class RequestInvalid extends Error {
  override readonly name = "RequestInvalid";
}

/** Reads a SOAP 1.1 request, as strict as the schema. Throws `RequestInvalid`. */
export function readRequest(service: ServicePath, bytes: Uint8Array): SoapRequest {
  const root = parse(bytes);
  if (root.namespaceURI !== SOAP || root.localName !== "Envelope")
    throw new RequestInvalid("no SOAP envelope");
  const parts = elements(root).filter((part) => part.localName !== "Header" || part.namespaceURI !== SOAP);
  const [body, ...more] = parts;
  if (body?.namespaceURI !== SOAP || body.localName !== "Body" || more.length > 0) {
    throw new RequestInvalid("no single SOAP body");
  }
  const [call, ...others] = elements(body);
  if (call === undefined || others.length > 0) throw new RequestInvalid("not one operation");
  if (call.namespaceURI !== ISDS) throw new RequestInvalid("operation of another namespace");
  const operation = call.localName ?? "";
  const shape = shapeOf(service, operation);
  return shape === undefined ? { operation } : { operation, fields: readFields(call, shape) };
}

function parse(bytes: Uint8Array): Element {
  const text = decode(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new RequestInvalid("DOCTYPE");
  try {
    const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      text,
      "text/xml",
    ).documentElement;
    if (root !== null) return root;
  } catch {
    throw new RequestInvalid("not well-formed");
  }
  throw new RequestInvalid("no document");
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RequestInvalid("not UTF-8");
  }
}

function readFields(call: Element, shape: readonly Field[]): ReadonlyMap<string, string | null> {
  const children = elements(call);
  checkAttributes(call, false);
  if (children.length !== shape.length) {
    throw new RequestInvalid(`${children.length} elements, expected ${shape.length}`);
  }
  return new Map(shape.map((field, index) => [field.name, readField(children[index], field)] as const));
}

function readField(element: Element | undefined, { name, type, nillable }: Field): string | null {
  if (element?.localName !== name || element.namespaceURI !== ISDS) {
    throw new RequestInvalid(`${element?.localName ?? "nothing"} where ${name} is expected`);
  }
  checkAttributes(element, nillable);
  if (elements(element, true).length > 0) throw new RequestInvalid(`${name} holds elements`);
  const text = element.textContent ?? "";
  const nil = element.getAttributeNS(XSI, "nil");
  if (nil === "true" || nil === "1") {
    if (text !== "") throw new RequestInvalid(`${name} is nil and not empty`);
    return null;
  }
  // ISDS takes an empty element for nil, against its schema: libdatovka sends it so.
  if (nillable && text === "") return null;
  if (!fieldTypes[type](text)) throw new RequestInvalid(`${name} is no ${type}`);
  return text;
}

function checkAttributes(element: Element, nillable: boolean): void {
  for (const attribute of Array.from(element.attributes)) {
    const declaration = attribute.namespaceURI === "http://www.w3.org/2000/xmlns/";
    const nil = nillable && attribute.namespaceURI === XSI && attribute.localName === "nil";
    if (!declaration && !nil) throw new RequestInvalid(`attribute ${attribute.name} of ${element.localName}`);
  }
}

/** Child elements; text between them may be white space only. */
function elements(parent: Element, textAllowed = false): Element[] {
  const nodes: Node[] = Array.from(parent.childNodes);
  if (!textAllowed && nodes.some((node) => node.nodeType === 3 && (node.nodeValue ?? "").trim() !== "")) {
    throw new RequestInvalid(`text in ${parent.localName}`);
  }
  return nodes.filter((node): node is Element => node.nodeType === 1);
}
