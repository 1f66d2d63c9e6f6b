import { type X509Certificate, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The host as the gateway names it: without a port. */
export const hostName = "127.0.0.1";

/** What API Gateway gives its function for a request that came in by mutual TLS (HTTP API, payload 2.0). */
export const gatewayEvent = (request: IncomingMessage, certificate: X509Certificate) => {
  const method = request.method ?? "GET";
  const { pathname, search, searchParams } = new URL(request.url ?? "/", "https://host");
  const routeKey = `${method} ${pathname}`;
  const now = new Date();
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    version: "2.0",
    routeKey,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(search === "" ? {} : { queryStringParameters: Object.fromEntries(searchParams) }),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      authentication: {
        clientCert: {
          clientCertPem: certificate.toString(),
          subjectDN: oneLine(certificate.subject),
          issuerDN: oneLine(certificate.issuer),
          serialNumber: certificate.serialNumber,
          validity: { notBefore: certificate.validFrom, notAfter: certificate.validTo },
        },
      },
      domainName: hostName,
      domainPrefix: hostName.split(".")[0],
      http: {
        method,
        path: pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    isBase64Encoded: false,
  };
};

export type GatewayEvent = ReturnType<typeof gatewayEvent>;

const oneLine = (name: string): string => name.split("\n").toReversed().join(",");
