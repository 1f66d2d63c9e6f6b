import type { APIGatewayProxyEventV2, Context } from "aws-lambda";

export const origin = "https://app.example.cz";
export const context = { awsRequestId: "lambda-request", functionName: "test" } as Context;

interface Sent {
  headers?: Record<string, string>;
  cookies?: string[];
  body?: string;
  params?: Record<string, string>;
  isBase64Encoded?: boolean;
  sourceIp?: string;
}

/** An event as API Gateway gives it: header names in lower case, cookies apart. */
export const anEvent = (routeKey: string, sent: Sent = {}): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey,
  rawPath: "",
  rawQueryString: "",
  headers: { origin, "content-type": "application/json", ...sent.headers },
  ...(sent.cookies === undefined ? {} : { cookies: sent.cookies }),
  ...(sent.params === undefined ? {} : { pathParameters: sent.params }),
  ...(sent.body === undefined ? {} : { body: sent.body }),
  isBase64Encoded: sent.isBase64Encoded ?? false,
  requestContext: {
    requestId: "request-1",
    http: { sourceIp: sent.sourceIp ?? "192.0.2.7" },
  } as APIGatewayProxyEventV2["requestContext"],
});
