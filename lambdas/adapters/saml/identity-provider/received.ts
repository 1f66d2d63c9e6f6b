import type { SamlMessage } from "../../../services/ports/identity-provider.ts";
import { Malformed } from "../../xml/xml.ts";
import { decodeBase64, inflate } from "../xml/encoding.ts";

/** Of a message as it is sent, and of what a deflated one may grow to. */
const MAX_ENCODED = 1_500_000;
const MAX_INFLATED_BYTES = 1024 * 1024;
/** Bindings 3.4.3 and 3.5.3. */
const MAX_RELAY_STATE_BYTES = 80;
const DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";

export type MessageField = "SAMLRequest" | "SAMLResponse";

/** The signature of a query: over these octets, as they came. */
export interface QuerySignature {
  algorithm: string;
  octets: Buffer;
  value: Buffer;
}

/** A message taken out of its binding. */
export interface Received {
  document: Buffer;
  relayState?: string;
  signature?: QuerySignature;
}

type Fields = ReadonlyMap<string, string>;

const decode = (raw: string): string => {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    throw new Malformed("a parameter is not UTF-8");
  }
};

/** Values as they came, by name. Who reads the first of two may differ from who signs the second. */
const rawFields = (text: string): Fields => {
  const fields = new Map<string, string>();
  for (const part of text.split("&")) {
    const end = part.includes("=") ? part.indexOf("=") : part.length;
    const name = decode(part.slice(0, end));
    if (fields.has(name)) throw new Malformed("a parameter twice");
    fields.set(name, part.slice(end + 1));
  }
  return fields;
};

const optional = (fields: Fields, name: string): string | undefined => {
  const raw = fields.get(name);
  return raw === undefined ? undefined : decode(raw);
};

const relayStateOf = (fields: Fields): string | undefined => {
  const relayState = optional(fields, "RelayState");
  if (Buffer.byteLength(relayState ?? "") > MAX_RELAY_STATE_BYTES) throw new Malformed("RelayState too long");
  return relayState;
};

/** Bindings 3.4.4.1: these parameters in this order, each as the sender encoded it. */
const querySignature = (fields: Fields, field: MessageField): QuerySignature | undefined => {
  const algorithm = optional(fields, "SigAlg");
  const value = optional(fields, "Signature");
  if (algorithm === undefined && value === undefined) return undefined;
  if (algorithm === undefined || value === undefined) throw new Malformed("half a signature of the query");
  const octets = [field, "RelayState", "SigAlg"]
    .filter((name) => fields.has(name))
    .map((name) => `${name}=${fields.get(name)}`)
    .join("&");
  return { algorithm, octets: Buffer.from(octets), value: decodeBase64(value, MAX_ENCODED) };
};

/** Takes a message out of the query or the form that brought it. Throws `Malformed`. */
export const receive = (message: SamlMessage, field: MessageField): Received => {
  const isRedirect = message.binding === "redirect";
  const text = isRedirect ? message.query : message.body;
  // percent-encoding makes three characters of one
  if (text.length > 3 * MAX_ENCODED) throw new Malformed("too large");
  const fields = rawFields(text);
  const encoded = optional(fields, field);
  if (encoded === undefined) throw new Malformed(`no ${field}`);
  if ((optional(fields, "SAMLEncoding") ?? DEFLATE) !== DEFLATE) throw new Malformed("SAMLEncoding");
  const relayState = relayStateOf(fields);
  const signature = isRedirect ? querySignature(fields, field) : undefined;
  return {
    document: isRedirect ? inflate(encoded, MAX_INFLATED_BYTES) : decodeBase64(encoded, MAX_ENCODED),
    ...(relayState !== undefined && { relayState }),
    ...(signature !== undefined && { signature }),
  };
};
