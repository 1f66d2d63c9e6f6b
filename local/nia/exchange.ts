import type { ReceivedRequests } from "./control/received.ts";
import type { Conditions } from "./control/conditions.ts";
import { type FaultKind, type FaultWish, type Trouble, spoils } from "./control/trouble.ts";
import { detail } from "./services/transactions/details.ts";
import { isTransactionClass } from "./services/transactions/payload-shapes.ts";
import type { EndpointName, Service, ServiceReply } from "./services/service.ts";
import { peekTransactionClass, renderGovTalkError, renderSubmitted } from "./services/submission.ts";
import { GatewayRefused } from "./services/submission-service.ts";
import { failedAnswer } from "./services/transactions/transactions.ts";
import { type SoapFault, gatewayFault, wcfFault } from "./soap/faults.ts";
import { type SoapMessage, readMessage } from "./soap/message.ts";
import { type RefusalKind, Refused } from "./soap/refusal.ts";
import { type ReplyHeader, renderReply } from "./soap/reply.ts";
import { type HttpReply, spoil } from "./spoiling.ts";
import { action } from "./xml/names.ts";

export interface ExchangeContext {
  readonly services: Readonly<Record<EndpointName, Service>>;
  readonly trouble: Trouble;
  readonly received: ReceivedRequests;
  readonly conditions: Conditions;
  readonly now: () => Date;
}

export interface IncomingRequest {
  readonly endpoint: EndpointName;
  readonly body: Uint8Array;
  readonly mediaAction: string | undefined;
}

type Result = {
  readonly reply: HttpReply;
  readonly outcome: string;
  readonly reason?: string;
  readonly fault?: string;
};

const SOAP = "application/soap+xml; charset=utf-8";

/** The page that stands in for an IIS that has no worker. */
export const unavailable: HttpReply = {
  status: 503,
  contentType: "text/html; charset=us-ascii",
  body:
    "<!DOCTYPE HTML><HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2>" +
    "<hr><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>",
};

/** Answers one SOAP request, faults that were asked for included, and puts it on the list of received ones. */
export function exchange(context: ExchangeContext, request: IncomingRequest): HttpReply {
  const at = context.now();
  const message = readOrRefuse(request.body);
  const readable = message instanceof Refused ? undefined : message;
  const transaction =
    request.endpoint === "public" && readable !== undefined
      ? peekTransactionClass(readable.content)
      : undefined;
  const fault = context.trouble.outage ? undefined : context.trouble.next(request.endpoint, transaction);
  const relatesTo = readable?.messageId;
  const result = context.trouble.outage
    ? { reply: unavailable, outcome: "HTTP 503", fault: "outage" }
    : answer({ context, request, message, transaction, relatesTo, at }, fault);
  context.received.add({
    at: at.toISOString(),
    endpoint: request.endpoint,
    ...(transaction !== undefined && { transaction }),
    ...(relatesTo !== undefined && { messageId: relatesTo }),
    outcome: result.outcome,
    ...(result.reason !== undefined && { reason: result.reason }),
    ...(result.fault !== undefined && { fault: result.fault }),
  });
  return later(result.reply, context.conditions.latencySeconds);
}

const later = (reply: HttpReply, seconds: number): HttpReply =>
  seconds === 0 ? reply : { ...reply, waitSeconds: (reply.waitSeconds ?? 0) + seconds };

interface Exchange {
  readonly context: ExchangeContext;
  readonly request: IncomingRequest;
  readonly message: SoapMessage | Refused;
  readonly transaction: string | undefined;
  readonly relatesTo: string | undefined;
  readonly at: Date;
}

function answer(one: Exchange, fault: FaultWish | undefined): Result {
  if (fault === undefined) return work(one);
  const { kind, seconds } = fault;
  if (!spoils(kind)) return insteadOfWork(one, fault);
  const done = work(one);
  return { ...done, reply: spoil(done.reply, { kind, seconds, relatesTo: one.relatesTo }), fault: kind };
}

function work(one: Exchange): Result {
  const { context, request, message } = one;
  try {
    if (message instanceof Refused) throw message;
    const reply = context.services[request.endpoint]({ message, mediaAction: request.mediaAction });
    return { reply: soap(one, reply), outcome: reply.outcome };
  } catch (error) {
    return refusal(one, error);
  }
}

function refusal(one: Exchange, error: unknown): Result {
  if (error instanceof GatewayRefused) {
    const fault = gatewayFault({ at: one.at, number: error.number, text: error.message });
    return { reply: soapFault(one, fault), outcome: "gateway fault", reason: error.message };
  }
  if (error instanceof Refused) {
    return {
      reply: soapFault(one, wcfFault(error.kind)),
      outcome: `refused: ${error.kind}`,
      reason: error.reason,
    };
  }
  console.error("NIA simulator:", error);
  return { reply: soapFault(one, wcfFault("internal")), outcome: "internal error" };
}

const faultsInstead: Partial<Record<FaultKind, RefusalKind>> = {
  "wcf-fault": "internal",
  "security-fault": "security",
  "authentication-fault": "authentication",
};

function insteadOfWork(one: Exchange, fault: FaultWish): Result {
  const told = { outcome: "not processed", fault: fault.kind };
  const reply = { transactionClass: one.transaction ?? "", at: one.at };
  if (fault.kind === "hang")
    return { reply: { ...unavailable, waitSeconds: fault.seconds, drop: true }, ...told };
  if (fault.kind === "reset") return { reply: { ...unavailable, drop: true }, ...told };
  const refused = faultsInstead[fault.kind];
  if (refused !== undefined) return { reply: soapFault(one, wcfFault(refused)), ...told };
  if (fault.kind === "gateway-fault") {
    const shown = gatewayFault({
      at: one.at,
      number: 2000,
      text: "The gateway could not process the submission.",
    });
    return { reply: soapFault(one, shown), ...told };
  }
  if (fault.kind === "govtalk-error") {
    const body = renderGovTalkError(reply, "The submission could not be processed.");
    return { reply: soap(one, { action: action.submitted, body }), ...told };
  }
  if (
    fault.kind === "transaction-error" &&
    one.transaction !== undefined &&
    isTransactionClass(one.transaction)
  ) {
    const body = renderSubmitted(reply, failedAnswer(one.transaction, fault.detail || detail.general));
    return { reply: soap(one, { action: action.submitted, body }), ...told };
  }
  return { reply: unavailable, ...told };
}

const headerFor = ({ relatesTo, at }: Exchange, replyAction: string): ReplyHeader => ({
  action: replyAction,
  relatesTo,
  at,
});

const soap = (one: Exchange, reply: Pick<ServiceReply, "action" | "body">): HttpReply => ({
  status: 200,
  contentType: SOAP,
  body: renderReply(headerFor(one, reply.action), reply.body),
});

const soapFault = (one: Exchange, { action: faultAction, xml }: SoapFault): HttpReply => ({
  status: 500,
  contentType: SOAP,
  body: renderReply(headerFor(one, faultAction), xml),
});

function readOrRefuse(body: Uint8Array): SoapMessage | Refused {
  try {
    return readMessage(body);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
