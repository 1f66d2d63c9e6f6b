import { type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { TLSSocket } from "node:tls";
import { certificateLoginRoutes } from "../../lambdas/contract/routes/certificate-login.ts";
import type { Identity } from "../certificates.ts";
import { type RunningServer, send } from "../http-server.ts";
import { type GatewayEvent, gatewayEvent, hostName } from "./event.ts";

export interface CertificateHostOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Of the host itself. */
  readonly identity: Identity;
  /** Whose certificates are let in, as PEM. */
  readonly authorities: readonly string[];
  /** The function behind it. */
  readonly call: (event: GatewayEvent) => Promise<Answer>;
}

export interface Answer {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
}

const routeKeys = Object.values(certificateLoginRoutes).map(({ method, path }) => `${method} ${path}`);

/**
 * Stands in for API Gateway's domain with mutual TLS: nobody gets in without a certificate of these authorities, and
 * the function is told of it exactly as there.
 */
export const startCertificateHost = async (options: CertificateHostOptions): Promise<RunningServer> => {
  const { identity, authorities, port } = options;
  const server = createServer(
    {
      key: identity.privateKeyPem,
      cert: identity.certificatePem,
      ca: [...authorities],
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: "TLSv1.2",
    },
    (request, response) => {
      answer(options, request, response).catch((error: unknown) => {
        console.error(`certificate host: ${error instanceof Error ? error.message : "failed"}`);
        gatewayRefusal(response, 500, "Internal Server Error");
      });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostName, resolve);
  });
  return {
    url: `https://${hostName}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
};

const answer = async (
  { call }: CertificateHostOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const certificate =
    request.socket instanceof TLSSocket ? request.socket.getPeerX509Certificate() : undefined;
  if (certificate === undefined) return gatewayRefusal(response, 403, "Forbidden");
  const event = gatewayEvent(request, certificate);
  if (!routeKeys.includes(event.routeKey)) return gatewayRefusal(response, 404, "Not Found");
  const { statusCode, headers = {}, body = "" } = await call(event);
  response.writeHead(statusCode, headers).end(body);
};

const gatewayRefusal = (response: ServerResponse, status: number, message: string): void =>
  send(response, status, "application/json", JSON.stringify({ message }));
