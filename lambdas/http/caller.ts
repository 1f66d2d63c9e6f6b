import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route, TicketName } from "../contract/route.ts";
import { OriginRefused } from "../domain/errors.ts";

const SESSION_COOKIE = "__Host-session";
const OPERATOR_COOKIE = "__Host-operator";

const TICKET_SECONDS = 15 * 60;

const cookiesOf = (event: APIGatewayProxyEventV2): string[] =>
  event.cookies ?? event.headers["cookie"]?.split(/;\s*/u) ?? [];

export const bearerOf = (event: APIGatewayProxyEventV2): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]+)$/u.exec(event.headers["authorization"] ?? "")?.[1];

const cookieOf = (event: APIGatewayProxyEventV2, name: string): string | undefined => {
  const prefix = `${name}=`;
  return cookiesOf(event)
    .find((cookie) => cookie.startsWith(prefix))
    ?.slice(prefix.length);
};

/** The session token: a cookie of browsers, or a bearer token of apps. */
export const tokenOf = (event: APIGatewayProxyEventV2): string | undefined =>
  bearerOf(event) ?? cookieOf(event, SESSION_COOKIE);

export const isOperatorRoute = ({ access }: Pick<Route, "access">): boolean => access.startsWith("operator:");

/** The token of a session of the console: never but in its cookie. */
export const operatorTokenOf = (event: APIGatewayProxyEventV2): string | undefined =>
  cookieOf(event, OPERATOR_COOKIE);

/** A cookie that sets or, with null, ends a session. Who comes from another site is no operator: hence `Strict`. */
export const sessionCookie = (token: string | null): string => cookie(SESSION_COOKIE, token, "Lax");
export const operatorCookie = (token: string | null): string => cookie(OPERATOR_COOKIE, token, "Strict");

const cookie = (name: string, token: string | null, sameSite: "Lax" | "Strict"): string =>
  `${name}=${token ?? ""}; Path=/; Secure; HttpOnly; SameSite=${sameSite}${token === null ? "; Max-Age=0" : ""}`;

/** What a browser was given for its way to another site and back. */
export const ticketOf = (event: APIGatewayProxyEventV2, name: TicketName): string | undefined =>
  cookieOf(event, `__Host-${name}`);

/** Sent with another site's form too, which the session's cookie is not: it opens nothing but the end of that way. */
export const ticketCookie = (name: TicketName, value: string | null): string =>
  `__Host-${name}=${value ?? ""}; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=${value === null ? 0 : TICKET_SECONDS}`;

/**
 * A change asked for by a browser comes from a page of our own, or not at all. A bearer token is not sent by a browser
 * on its own, so it needs no such check, but opens no console; a SAML message comes from another site, and proves itself.
 */
export const requireOwnOrigin = (
  route: Pick<Route, "method" | "access">,
  event: APIGatewayProxyEventV2,
  origins: readonly string[],
): void => {
  if (route.method === "GET" || route.access === "saml") return;
  if (bearerOf(event) !== undefined && !isOperatorRoute(route)) return;
  const { origin } = event.headers;
  if (origin === undefined || !origins.includes(origin)) throw new OriginRefused("not an origin of ours");
};
