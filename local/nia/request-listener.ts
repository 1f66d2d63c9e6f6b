import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type ControlContext, control } from "./control/api.ts";
import { bodyOf, mediaTypeOf, send, sendJson } from "./control/http.ts";
import { renderPage } from "./control/page.ts";
import { type ExchangeContext, exchange } from "./exchange.ts";
import type { Addresses, EndpointName } from "./services/service.ts";
import type { HttpReply } from "./spoiling.ts";

export interface ListenerContext extends ControlContext, ExchangeContext {
  readonly addresses: Addresses;
  readonly closing: AbortSignal;
}

const HTML = "text/html; charset=utf-8";

/** Tells SOAP endpoints, page and control API apart. */
export function makeRequestListener(context: ListenerContext) {
  const endpoints = new Map(
    Object.entries(context.addresses.endpoints).map(([name, address]) => [
      new URL(address).pathname.toLowerCase(),
      name as EndpointName,
    ]),
  );
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { pathname } = new URL(request.url ?? "/", "http://simulator");
      const endpoint = endpoints.get(pathname.toLowerCase());
      if (endpoint !== undefined) await answerSoap(context, endpoint, request, response);
      else if (pathname.startsWith("/_sim/")) await answerControl(context, pathname, request, response);
      else if (pathname === "/") send(response, 200, HTML, renderPage(context, context.addresses));
      else send(response, 404, HTML, "<!doctype html><title>Not found</title><p>Not found</p>");
    } catch (error) {
      if (!context.closing.aborted) console.error("NIA simulator:", error);
      request.destroy();
    }
  };
}

async function answerSoap(
  context: ListenerContext,
  endpoint: EndpointName,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") return send(response, 405, HTML, "Method not allowed");
  const { type, charset, action } = mediaTypeOf(request.headers["content-type"]);
  const body = await bodyOf(request);
  if (body === "too-large") return send(response, 413, HTML, "Request entity too large");
  if (type !== "application/soap+xml" || charset !== "utf-8") {
    return send(response, 415, HTML, "Cannot process the message because of its content type");
  }
  return deliver(context, exchange(context, { endpoint, body, mediaAction: action }), response);
}

async function deliver(
  { closing }: ListenerContext,
  reply: HttpReply,
  response: ServerResponse,
): Promise<void> {
  if (reply.waitSeconds !== undefined) await wait(reply.waitSeconds * 1000, undefined, { signal: closing });
  if (reply.drop === true) response.destroy();
  else send(response, reply.status, reply.contentType, reply.body);
}

async function answerControl(
  context: ListenerContext,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers["sec-fetch-site"] === "cross-site")
    return sendJson(response, 403, { error: "Another site" });
  const body = await bodyOf(request);
  if (body === "too-large") return sendJson(response, 413, { error: "Too large" });
  const isForm = mediaTypeOf(request.headers["content-type"]).type === "application/x-www-form-urlencoded";
  const input = isForm ? formFields(body) : parsedJson(body);
  if (input === undefined) return sendJson(response, 400, { error: "The body is no JSON" });
  const { status, value } = control(context, { method: request.method ?? "", path, input });
  if (!isForm || status !== 200) return sendJson(response, status, value);
  response.writeHead(303, { location: "/" }).end();
}

const formFields = (body: Buffer): unknown =>
  Object.fromEntries([...new URLSearchParams(body.toString())].filter(([, value]) => value !== ""));

function parsedJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return undefined;
  }
}
