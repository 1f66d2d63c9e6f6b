import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route } from "../contract/route.ts";
import { OriginRefused } from "../domain/errors.ts";

const SESSION_COOKIE = "__Host-session";

const cookiesOf = (event: APIGatewayProxyEventV2): string[] =>
  event.cookies ?? event.headers["cookie"]?.split(/;\s*/u) ?? [];

export const bearerOf = (event: APIGatewayProxyEventV2): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]+)$/u.exec(event.headers["authorization"] ?? "")?.[1];

/** The session token: a cookie of browsers, or a bearer token of apps. */
export const tokenOf = (event: APIGatewayProxyEventV2): string | undefined => {
  const prefix = `${SESSION_COOKIE}=`;
  const found = cookiesOf(event).find((cookie) => cookie.startsWith(prefix));
  return bearerOf(event) ?? found?.slice(prefix.length);
};

/**
 * A change asked for by a browser comes from a page of our own, or not at all. A bearer token is not sent by a browser
 * on its own, so it needs no such check.
 */
export const requireOwnOrigin = (
  route: Pick<Route, "method">,
  event: APIGatewayProxyEventV2,
  origins: readonly string[],
): void => {
  if (route.method === "GET" || bearerOf(event) !== undefined) return;
  const { origin } = event.headers;
  if (origin === undefined || !origins.includes(origin)) throw new OriginRefused("not an origin of ours");
};
