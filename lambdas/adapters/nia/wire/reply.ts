import type { Element } from "@xmldom/xmldom";
import { ns } from "./names.ts";
import {
  childNamed,
  childText,
  elementsOf,
  instantOf,
  isNamed,
  Malformed,
  optionalChild,
  parseXml,
  textOf,
} from "../../xml/xml.ts";

/** A SOAP fault, of the message asked about. Codes only: the reason is free text. */
export interface Fault {
  receiver: boolean;
  /** Namespace and local name of the subcode. */
  subcode?: { namespace: string; name: string };
  /** Whether it is the gateway's own, with a `GGErrorException`. */
  gateway: boolean;
  number?: string;
}

export interface Expected {
  messageId: string;
  action: string;
  now: number;
  skewSeconds: number;
  /** Told when the reply was made by its sender's clock, before that is checked. */
  sawClock?: (created: number) => void;
}

const isCode = (text: string): boolean => /^[\w.-]{1,80}$/.test(text);

const checkTimestamp = (header: Element, { now, skewSeconds, sawClock }: Expected): number => {
  const security = childNamed(header, ns.security, "Security");
  const timestamp = childNamed(security, ns.utility, "Timestamp");
  const created = instantOf(childText(timestamp, ns.utility, "Created"));
  const expires = instantOf(childText(timestamp, ns.utility, "Expires"));
  sawClock?.(created);
  const skew = skewSeconds * 1000;
  if (expires <= created) throw new Malformed("Timestamp ends before it begins");
  if (Math.abs(now - created) > skew || now - skew >= expires) throw new Malformed("Timestamp is not of now");
  return created;
};

/** Ids have to be unique, or what is signed and what is read may be two things. */
const checkIds = (root: Element): void => {
  const seen = new Set<string>();
  for (const element of [root, ...root.getElementsByTagName("*")])
    for (const { localName, namespaceURI, value } of element.attributes) {
      if (!["Id", "ID", "AssertionID"].includes(localName ?? "")) continue;
      if (namespaceURI && namespaceURI !== ns.utility) continue;
      if (seen.has(value)) throw new Malformed("an Id twice");
      seen.add(value);
    }
};

const subcodeOf = (code: Element): Fault["subcode"] => {
  const subcode = optionalChild(code, ns.soap, "Subcode");
  if (!subcode) return undefined;
  const value = childNamed(subcode, ns.soap, "Value");
  const [prefix, name] = textOf(value).includes(":") ? textOf(value).split(":", 2) : ["", textOf(value)];
  if (!name || !isCode(name)) return undefined;
  return { namespace: value.lookupNamespaceURI(prefix ?? "") ?? "", name };
};

const faultOf = (fault: Element): Fault => {
  const code = childNamed(fault, ns.soap, "Code");
  const detail = optionalChild(fault, ns.soap, "Detail");
  const gateway = detail && optionalChild(detail, ns.submission, "GGErrorException");
  const number = gateway && childText(gateway, ns.submission, "Number");
  const subcode = subcodeOf(code);
  return {
    receiver: /^(?:[^:]+:)?Receiver$/.test(childText(code, ns.soap, "Value") ?? ""),
    gateway: gateway !== undefined,
    ...(subcode && { subcode }),
    ...(number && isCode(number) && { number }),
  };
};

/**
 * Opens a reply to our message: the one element of its body, or the fault it carries. Throws `Malformed` where the
 * envelope is not one, or not of now, or answers another message or another action.
 */
export const openReply = (
  body: Uint8Array,
  expected: Expected,
): { created: number } & ({ content: Element; fault?: never } | { fault: Fault; content?: never }) => {
  const root = parseXml(new TextDecoder("utf-8", { fatal: true }).decode(body));
  if (!isNamed(root, ns.soap, "Envelope")) throw new Malformed("not a SOAP 1.2 envelope");
  checkIds(root);
  const header = childNamed(root, ns.soap, "Header");
  if (childText(header, ns.addressing, "RelatesTo") !== expected.messageId)
    throw new Malformed("RelatesTo is not our MessageID");
  const created = checkTimestamp(header, expected);
  const [content, ...more] = elementsOf(childNamed(root, ns.soap, "Body"));
  if (!content || more.length > 0) throw new Malformed("Body does not hold one element");
  if (isNamed(content, ns.soap, "Fault")) return { created, fault: faultOf(content) };
  if (childText(header, ns.addressing, "Action") !== expected.action)
    throw new Malformed("Action is not the expected one");
  return { created, content };
};
