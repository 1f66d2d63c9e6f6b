import type { Document, Element } from "@xmldom/xmldom";
import { ns } from "../xml/names.ts";
import { XmlRefused, parseXml } from "../xml/parse.ts";
import { childrenNamed, elementsOf, everyElement, named, oneChild, textOf } from "../xml/read.ts";
import { type RefusalKind, Refused, must } from "./refusal.ts";

/** A parsed SOAP 1.2 request whose header has not been checked yet. */
export interface SoapMessage {
  readonly document: Document;
  readonly header: Element;
  /** The one child of the body. */
  readonly content: Element;
  /** Repeated in the reply's RelatesTo, also in a refusal. */
  readonly messageId: string | undefined;
}

/** Runs a reader; XML of another shape than it expects becomes a refusal of that kind. */
export function reading<T>(kind: RefusalKind, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlRefused) throw new Refused(kind, error.message);
    throw error;
  }
}

/** Throws `Refused` when the bytes are no SOAP 1.2 envelope with a header and a body of one element. */
export function readMessage(source: Uint8Array): SoapMessage {
  return reading("malformed", () => {
    const document = parseXml(source);
    const envelope = document.documentElement;
    if (envelope === null || !named(envelope, ns.soap, "Envelope"))
      throw new XmlRefused("Not a SOAP 1.2 envelope");
    const header = oneChild(envelope, ns.soap, "Header");
    const body = oneChild(envelope, ns.soap, "Body");
    const [content, ...more] = elementsOf(body);
    if (elementsOf(envelope).length !== 2)
      throw new XmlRefused("More than a header and a body in the envelope");
    if (content === undefined || more.length > 0) throw new XmlRefused("The body is to hold one element");
    return { document, header, content, messageId: messageIdOf(header) };
  });
}

function messageIdOf(header: Element): string | undefined {
  const [first] = childrenNamed(header, ns.addressing, "MessageID");
  return first === undefined ? undefined : textOf(first).trim();
}

const ID_ATTRIBUTES = new Set(["Id", "ID", "id", "AssertionID"]);

/** Refuses when a value identifies two elements: the way to wrap a signature around something else. */
export function mustHaveUniqueIds({ document }: SoapMessage): void {
  const seen = new Set<string>();
  const root = document.documentElement;
  for (const element of root === null ? [] : everyElement(root)) {
    for (const { localName, value } of Array.from(element.attributes)) {
      if (localName === null || !ID_ATTRIBUTES.has(localName)) continue;
      must(!seen.has(value), "security", "The same Id twice");
      seen.add(value);
    }
  }
}
