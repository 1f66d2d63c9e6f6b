import { inflateRawSync } from "node:zlib";
import type { Element } from "@xmldom/xmldom";
import { parseXml } from "../../nia/xml/parse.ts";
import { MessageRefused, must, reading } from "../saml/refusal.ts";

export type MessageName = "SAMLRequest" | "SAMLResponse";

/** A SAML message as a browser brought it: its root, still unchecked, and what is to be given back with the answer. */
export interface ReceivedMessage {
  readonly root: Element;
  readonly relayState: string | undefined;
}

const MAXIMUM = 1_000_000;
const RELAY_STATE_BYTES = 80;

/** Reads the message out of a query (Redirect: deflated) or of a form (POST: base64 only). Throws `MessageRefused`. */
export function receivedMessage(
  parameters: URLSearchParams,
  name: MessageName,
  via: "redirect" | "post",
): ReceivedMessage {
  const [text, ...more] = parameters.getAll(name);
  must(text !== undefined && more.length === 0, `There is to be one ${name}`);
  const relayStates = parameters.getAll("RelayState");
  must(relayStates.length <= 1, "RelayState is there more than once");
  must(Buffer.byteLength(relayStates[0] ?? "") <= RELAY_STATE_BYTES, "RelayState is longer than 80 bytes");
  const bytes = fromBase64(text);
  const xml = via === "redirect" ? inflated(bytes) : bytes;
  const root = reading(() => parseXml(xml).documentElement);
  must(root !== null, "There is no root element");
  return { root, relayState: relayStates[0] };
}

function fromBase64(text: string): Buffer {
  const compact = text.replace(/[\r\n]/gu, "");
  must(compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/u.test(compact), "The message is not base64");
  must(compact.length <= MAXIMUM * 1.5, "The message is too long");
  return Buffer.from(compact, "base64");
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MAXIMUM });
  } catch {
    throw new MessageRefused("The message is not deflated, or too long");
  }
}
