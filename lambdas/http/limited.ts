import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route } from "../contract/route.ts";
import { type CountedBy, type LimitName, limits, normalSubject } from "../domain/limits.ts";
import type { Applied } from "../services/limits/admit.ts";
import { locate } from "../services/sessions/token.ts";
import { tokenOf } from "./caller.ts";
import { sourceAddress } from "./source-address.ts";

interface Sent {
  event: APIGatewayProxyEventV2;
  throughEdge: boolean;
  operatorId?: string | undefined;
  params: unknown;
  body: unknown;
}

const field = (part: unknown, name: string): string => {
  const value = (part as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? normalSubject(value) : "";
};

// The account is whose token it claims to be, so that counting need not wait for the session's check. Nobody outside
// knows an account's id, so nobody can use up the tries of another.
const accountOf = (event: APIGatewayProxyEventV2): string =>
  locate(tokenOf(event) ?? "")?.place.accountId ?? "";

const subjectOf = (by: CountedBy, { event, throughEdge, operatorId, params, body }: Sent): string => {
  if (by === "address") return sourceAddress(event, throughEdge);
  if (by === "account") return accountOf(event);
  if (by === "operator") return operatorId ?? "";
  if (by.startsWith("body.")) return field(body, by.slice("body.".length));
  if (by.startsWith("params.")) return field(params, by.slice("params.".length));
  return "";
};

/** The limits of a route, with whom this request counts for. */
export const limitsOf = (route: Route, sent: Sent): Applied[] =>
  (route.limits ?? []).map((limit: LimitName) => ({ limit, subject: subjectOf(limits[limit].by, sent) }));
