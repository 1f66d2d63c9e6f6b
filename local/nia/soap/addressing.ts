import type { Element } from "@xmldom/xmldom";
import { constant, ns } from "../xml/names.ts";
import { elementsOf, named, oneChild, optionalChild, textOf } from "../xml/read.ts";
import { type SoapMessage, reading } from "./message.ts";
import { must } from "./refusal.ts";

interface Expected {
  readonly action: string;
  /** The endpoint's own URL. */
  readonly to: string;
  /** The action of the HTTP media type, if it was given there. */
  readonly mediaAction: string | undefined;
}

const UUID_URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Checks Action, MessageID, To and ReplyTo; answers the To element, which call 1 has to sign. */
export function checkAddressing({ header }: SoapMessage, expected: Expected): Element {
  return reading("addressing", () => {
    mustBeUnderstood(header);
    const action = textOf(oneChild(header, ns.addressing, "Action"));
    must(action === expected.action, "action", "Another action than the endpoint's");
    must((expected.mediaAction ?? action) === action, "action", "The media type names another action");
    const messageId = textOf(oneChild(header, ns.addressing, "MessageID"));
    must(UUID_URN.test(messageId), "addressing", "The MessageID is no urn:uuid");
    const to = oneChild(header, ns.addressing, "To");
    must(sameEndpoint(textOf(to), expected.to), "destination", "To names another endpoint");
    mustReplyOnTheSpot(header);
    return to;
  });
}

/** IIS takes paths in any letter case; scheme, host and port have to be exact. */
function sameEndpoint(a: string, b: string): boolean {
  if (!URL.canParse(a)) return false;
  const [left, right] = [new URL(a), new URL(b)];
  return (
    left.origin === right.origin &&
    left.pathname.toLowerCase() === right.pathname.toLowerCase() &&
    left.search === right.search
  );
}

function mustReplyOnTheSpot(header: Element): void {
  const replyTo = optionalChild(header, ns.addressing, "ReplyTo");
  if (replyTo === undefined) return;
  const address = textOf(oneChild(replyTo, ns.addressing, "Address"));
  must(address === constant.anonymous, "addressing", "ReplyTo is not anonymous");
}

const understood: readonly (readonly [string, string])[] = [
  [ns.addressing, "Action"],
  [ns.addressing, "MessageID"],
  [ns.addressing, "To"],
  [ns.addressing, "ReplyTo"],
  [ns.security, "Security"],
];

function mustBeUnderstood(header: Element): void {
  for (const block of elementsOf(header)) {
    const demanded = ["1", "true"].includes(block.getAttributeNS(ns.soap, "mustUnderstand") ?? "");
    const known = understood.some(([namespace, name]) => named(block, namespace, name));
    must(known || !demanded, "not-understood", "A header that must be understood and is not");
  }
}
