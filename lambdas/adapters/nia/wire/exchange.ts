import type { Element } from "@xmldom/xmldom";
import { DomainError } from "../../../domain/errors.ts";
import { CallFailed, type FailureKind, type Purpose } from "../failures.ts";
import type { Observe } from "../observe.ts";
import type { Clocks } from "../tokens/assertion.ts";
import { ns } from "./names.ts";
import { type Fault, openReply } from "./reply.ts";
import { CallBroken, type HttpReply, post } from "./transport.ts";
import { Malformed } from "../../xml/xml.ts";

/** What the calls of one client share. */
export interface Wire {
  fetch: typeof globalThis.fetch;
  /** Milliseconds. */
  now: () => number;
  newMessageId: () => string;
  timeoutMs: number;
  clockSkewSeconds: number;
  observe: Observe;
}

export interface Call<T> {
  /** For error messages. */
  name: string;
  purpose: Purpose;
  url: string;
  action: string;
  replyAction: string;
  message: (messageId: string, now: number) => string;
  /** Reads the body's element; whatever it throws makes the reply invalid, unless it is a `CallFailed`. */
  read: (content: Element, clocks: Clocks) => T;
}

type Named = Pick<Call<unknown>, "name" | "purpose">;

const failed = ({ name, purpose }: Named, kind: FailureKind, code: string): CallFailed =>
  new CallFailed(kind, purpose, { message: `${name}: ${code}` });

/** Runs what reads a reply: a failed check makes it no evidence of anything. The cause's text may quote, so it stays out. */
export const reading = <T>(call: Named, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof CallFailed || error instanceof DomainError) throw error;
    throw failed(call, "reply-invalid", error instanceof Malformed ? error.message : "unreadable");
  }
};

const securityNamespaces = new Set<string>([ns.security, ns.security11, ns.trust]);

/** What the security layer turns down never came to the transaction; what the service broke on may have. */
const kindOf = ({ purpose }: Named, { receiver, subcode, gateway }: Fault): FailureKind => {
  if (securityNamespaces.has(subcode?.namespace ?? "")) return "proof-refused";
  if (purpose === "token") return "token-refused";
  if (gateway) return "gateway-refused";
  return receiver ? "service-broke" : "request-refused";
};

const ofFault = (call: Named, fault: Fault): CallFailed => {
  const codes = [fault.receiver ? "Receiver" : "Sender", fault.subcode?.name, fault.number];
  return failed(call, kindOf(call, fault), `fault ${codes.filter(Boolean).join(" ")}`);
};

/** One call under way. */
interface Attempt {
  wire: Wire;
  call: Call<unknown>;
  messageId: string;
  sentAt: number;
  clockOffsetMs?: number;
}

const posted = async ({ wire, call, messageId }: Attempt): Promise<HttpReply> => {
  let message: string;
  try {
    message = call.message(messageId, wire.now());
  } catch {
    // OpenSSL and the like: their texts stay out
    throw failed(call, "not-made", "the request could not be made");
  }
  try {
    return await post(wire.fetch, { url: call.url, action: call.action, message, timeoutMs: wire.timeoutMs });
  } catch (error) {
    if (!(error instanceof CallBroken)) throw failed(call, "reply-invalid", "reply too large");
    throw failed(call, error.sent ? "no-answer" : "not-connected", error.message);
  }
};

/** NIA's clock against ours at half time of the call. */
const measure = (attempt: Attempt, theirs: number): void => {
  const { wire, sentAt } = attempt;
  attempt.clockOffsetMs = Math.round(theirs - (sentAt + wire.now()) / 2);
};

const opened = (attempt: Attempt, { body }: HttpReply) => {
  const { wire, call, messageId } = attempt;
  return openReply(body, {
    messageId,
    action: call.replyAction,
    now: wire.now(),
    skewSeconds: wire.clockSkewSeconds,
    sawClock: (theirs) => measure(attempt, theirs),
  });
};

/** The fault that an HTTP error carries, if it can be read and is about our message. */
const readableFault = (attempt: Attempt, reply: HttpReply): Fault | undefined => {
  if (!reply.soap) return undefined;
  try {
    return opened(attempt, reply).fault;
  } catch {
    return undefined;
  }
};

const ofHttpError = (attempt: Attempt, reply: HttpReply): CallFailed => {
  const fault = readableFault(attempt, reply);
  if (fault) return ofFault(attempt.call, fault);
  const isRefusal = reply.status >= 400 && reply.status < 500;
  return failed(attempt.call, isRefusal ? "not-taken" : "no-answer", `HTTP ${reply.status}`);
};

const answered = async <T>(attempt: Attempt, call: Call<T>): Promise<T> => {
  const { wire } = attempt;
  const reply = await posted(attempt);
  if (reply.date !== undefined) measure(attempt, reply.date);
  if (reply.status !== 200) throw ofHttpError(attempt, reply);
  return reading(call, () => {
    if (!reply.soap) throw new Malformed("not SOAP 1.2");
    const { content, fault, created } = opened(attempt, reply);
    if (fault) throw ofFault(call, fault);
    return call.read(content, { ours: wire.now(), theirs: created });
  });
};

const told = ({ wire, call, messageId, sentAt, clockOffsetMs }: Attempt, error?: unknown): void =>
  wire.observe({
    event: "called",
    call: call.name,
    messageId,
    milliseconds: wire.now() - sentAt,
    ...(error instanceof CallFailed && { failure: error.kind }),
    ...(clockOffsetMs !== undefined && { clockOffsetMs }),
  });

/**
 * One call, there and back, with every failure mapped to a kind of the table (nia-soap.md, 9 and 10). Throws
 * `CallFailed`.
 */
export const exchange = async <T>(wire: Wire, call: Call<T>): Promise<T> => {
  const attempt: Attempt = { wire, call, messageId: wire.newMessageId(), sentAt: wire.now() };
  try {
    const answer = await answered(attempt, call);
    told(attempt);
    return answer;
  } catch (error) {
    told(attempt, error);
    throw error;
  }
};
