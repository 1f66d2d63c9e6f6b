import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { type RunningServer, send, serve } from "../http-server.ts";
import { proxyHeaders, replyHeaders } from "./headers.ts";
import { sendFile } from "./static-files.ts";

export interface FrontOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The built web app. */
  readonly webFolder: string;
  /** Where the API answers, and browsers send scans to, and the host name that chooses it there. */
  readonly api: { readonly endpoint: string; readonly host: string };
  /** What the API takes as the proof that a request came through here; absent where the stage has none. */
  readonly originSecret?: string;
}

/** Stands in for CloudFront: one origin for the web app and the API behind it. */
export const startFront = async (options: FrontOptions): Promise<RunningServer> => {
  const server = await serve((request, response) => answer(options, request, response), options.port);
  return { ...server, url: server.url.replace("127.0.0.1", "localhost") };
};

const answer = async (
  options: FrontOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (/^\/(api|saml)\//u.test(request.url ?? "")) return forward(options, request, response);
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(response, 405, "text/plain", "Method not allowed\n", { allow: "GET, HEAD" });
  }
  const { pathname } = new URL(request.url ?? "/", "http://front");
  return sendFile({ webFolder: options.webFolder, uploads: options.api.endpoint }, pathname, response);
};

const forward = async (
  { api, originSecret }: FrontOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { hostname, port } = new URL(api.endpoint);
  const { remoteAddress, remotePort } = request.socket;
  const viewer = `${remoteAddress}:${remotePort}`;
  const headers = proxyHeaders(request.rawHeaders, { host: api.host, viewer, originSecret });
  const { promise, resolve } = Promise.withResolvers<void>();
  const upstream = httpRequest(
    { hostname, port, method: request.method, path: request.url, headers },
    (reply) => {
      response.writeHead(reply.statusCode ?? 502, replyHeaders(reply.rawHeaders, api.endpoint));
      reply.pipe(response).once("close", resolve);
    },
  );
  upstream.once("error", () => {
    if (response.headersSent) response.destroy();
    else send(response, 502, "text/plain", "The API does not answer.\n");
    resolve();
  });
  response.once("close", () => upstream.destroy());
  request.pipe(upstream);
  return promise;
};
