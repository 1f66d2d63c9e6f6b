import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../contract/route.ts";
import { operatorCookie, sessionCookie, ticketCookie } from "./caller.ts";

/** What a route's own code answers. */
export interface Answer {
  body?: unknown;
  /** The name under which a browser keeps the body as a file. */
  fileName?: string;
  /** Bytes of an answer that is not JSON. */
  binary?: {
    content: Uint8Array;
    fileName: string;
    mediaType?: "image/png" | "image/jpeg" | "image/svg+xml" | "application/pdf";
  };
  /** An answer that is text of the route's media type; a page says what it may load and where its form may go. */
  text?: { content: string; contentSecurityPolicy?: string; status?: number };
  /** Where the browser goes on. */
  location?: string;
  /** A new session token for the caller, or null to end it. */
  token?: string | null;
  /** The same for the console. */
  operatorToken?: string | null;
  /** A new value of the route's ticket, or null to end it. */
  ticket?: string | null;
}

const cookiesOf = (
  { ticket: name }: Route,
  { token, operatorToken, ticket }: Answer,
): { cookies?: string[] } => {
  const cookies = [
    ...(token === undefined ? [] : [sessionCookie(token)]),
    ...(operatorToken === undefined ? [] : [operatorCookie(operatorToken)]),
    ...(ticket === undefined || name === undefined ? [] : [ticketCookie(name, ticket)]),
  ];
  return cookies.length === 0 ? {} : { cookies };
};

/** Status and body from the contract. A value that does not fit the contract's answer fails here and not at the caller. */
export const render = (route: Route, answer: Answer): APIGatewayProxyStructuredResultV2 => {
  const cookies = cookiesOf(route, answer);
  if (answer.binary !== undefined) return renderBinary(route, answer.binary);
  if (answer.location !== undefined)
    return { statusCode: 303, headers: { location: answer.location }, ...cookies };
  if (answer.text !== undefined) return { ...renderText(route, answer.text), ...cookies };
  if (route.response === undefined) return { statusCode: route.status, ...cookies };
  return {
    statusCode: route.status,
    headers: {
      "content-type": "application/json",
      ...(answer.fileName === undefined
        ? {}
        : { "content-disposition": `attachment; filename="${answer.fileName}"` }),
    },
    ...cookies,
    body: JSON.stringify(route.response.parse(answer.body)),
  };
};

const renderText = (
  { status, mediaType }: Route,
  { content, contentSecurityPolicy, status: own }: NonNullable<Answer["text"]>,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: own ?? status,
  headers: {
    "content-type": `${mediaType ?? "text/html"}; charset=utf-8`,
    "x-content-type-options": "nosniff",
    ...(contentSecurityPolicy === undefined ? {} : { "content-security-policy": contentSecurityPolicy }),
  },
  body: content,
});

// A picture comes from whoever certified a model: opened on its own, it runs nothing and loads nothing.
const pictureHeaders = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "x-content-type-options": "nosniff",
};

const isFile = (mediaType: Route["mediaType"]): boolean => mediaType === "application/octet-stream";

const renderBinary = (
  { status, mediaType }: Route,
  { content, fileName, mediaType: own }: NonNullable<Answer["binary"]>,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    "content-type": own ?? mediaType ?? "application/octet-stream",
    // What somebody scanned is kept as a file, never shown by the service's own origin.
    "content-disposition": `${isFile(mediaType) ? "attachment" : "inline"}; filename="${fileName}"`,
    ...(mediaType === "image/*" || isFile(mediaType) ? pictureHeaders : {}),
  },
  body: Buffer.from(content).toString("base64"),
  isBase64Encoded: true,
});
