import type { Element } from "@xmldom/xmldom";
import {
  DomainError,
  NiaOutcomeUnknown,
  NiaRefused,
  NiaReplyInvalid,
  NiaUnavailable,
} from "../../../domain/errors.ts";
import { ns } from "./names.ts";
import { type Fault, openReply } from "./reply.ts";
import { CallBroken, type HttpReply, post } from "./transport.ts";
import { Malformed } from "./xml.ts";

/** What the calls of one client share. */
export interface Wire {
  fetch: typeof globalThis.fetch;
  /** Milliseconds. */
  now: () => number;
  newMessageId: () => string;
  timeoutMs: number;
  clockSkewSeconds: number;
}

export interface Call<T> {
  /** For error messages. */
  name: string;
  /** What the call is for: a write may have changed something at NIA once the request is out. */
  purpose: "token" | "question" | "write";
  url: string;
  action: string;
  replyAction: string;
  message: (messageId: string, now: number) => string;
  /** Reads the body's element; whatever it throws makes the reply invalid, unless it is a domain error. */
  read: (content: Element, now: number) => T;
}

/** Runs what reads a reply: a failed check makes it no evidence of anything. The cause's text may quote, so it stays out. */
export const reading = <T>(name: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new NiaReplyInvalid(`${name}: ${error instanceof Malformed ? error.message : "unreadable"}`);
  }
};

/** Nobody can say what became of the request; of a question it does not matter. */
const withoutAnswer = ({ name, purpose }: Call<unknown>, code: string): DomainError =>
  purpose === "write" ? new NiaOutcomeUnknown(`${name}: ${code}`) : new NiaUnavailable(`${name}: ${code}`);

const securityNamespaces = new Set<string>([ns.security, ns.security11, ns.trust]);

/** What the security layer turns down never came to the transaction; what the service broke on may have. */
const ofFault = (call: Call<unknown>, fault: Fault): DomainError => {
  const code = `fault ${[fault.receiver ? "Receiver" : "Sender", fault.subcode?.name, fault.number].filter(Boolean).join(" ")}`;
  if (call.purpose === "token" || securityNamespaces.has(fault.subcode?.namespace ?? ""))
    return new NiaUnavailable(`${call.name}: ${code}`);
  if (fault.receiver) return withoutAnswer(call, code);
  return new NiaRefused(`${call.name}: ${code}`);
};

const exchangeMessages = async (wire: Wire, call: Call<unknown>, messageId: string): Promise<HttpReply> => {
  let message: string;
  try {
    message = call.message(messageId, wire.now());
  } catch {
    // OpenSSL and the like: their texts stay out
    throw new NiaUnavailable(`${call.name}: the request could not be made`);
  }
  try {
    return await post(wire.fetch, { url: call.url, action: call.action, message, timeoutMs: wire.timeoutMs });
  } catch (error) {
    if (!(error instanceof CallBroken)) throw new NiaReplyInvalid(`${call.name}: reply too large`);
    throw error.sent
      ? withoutAnswer(call, error.message)
      : new NiaUnavailable(`${call.name}: ${error.message}`);
  }
};

const opened = (wire: Wire, call: Call<unknown>, messageId: string, { body }: HttpReply) =>
  openReply(body, {
    messageId,
    action: call.replyAction,
    now: wire.now(),
    skewSeconds: wire.clockSkewSeconds,
  });

/** The fault that an HTTP error carries, if it can be read and is about our message. */
const readableFault = (
  wire: Wire,
  call: Call<unknown>,
  messageId: string,
  reply: HttpReply,
): Fault | undefined => {
  if (!reply.soap) return undefined;
  try {
    return opened(wire, call, messageId, reply).fault;
  } catch {
    return undefined;
  }
};

/** One call, there and back, with every failure mapped to the domain's errors (nia-soap.md, 9 and 10). */
export const exchange = async <T>(wire: Wire, call: Call<T>): Promise<T> => {
  const messageId = wire.newMessageId();
  const reply = await exchangeMessages(wire, call, messageId);
  if (reply.status !== 200) {
    const fault = readableFault(wire, call, messageId, reply);
    if (fault) throw ofFault(call, fault);
    const code = `HTTP ${reply.status}`;
    throw reply.status >= 400 && reply.status < 500
      ? new NiaUnavailable(`${call.name}: ${code}`)
      : withoutAnswer(call, code);
  }
  return reading(call.name, () => {
    if (!reply.soap) throw new Malformed("not SOAP 1.2");
    const { content, fault } = opened(wire, call, messageId, reply);
    if (fault) throw ofFault(call, fault);
    return call.read(content, wire.now());
  });
};
