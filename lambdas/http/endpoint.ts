import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import type { Route } from "../contract/route.ts";
import type { ConfirmationPurpose } from "../domain/confirmation.ts";
import type { Operator, OperatorSession } from "../domain/operator.ts";
import { type OperatorRole, requireRole } from "../domain/operator-rights.ts";
import type { Session } from "../domain/records.ts";
import type { Admit } from "../services/limits/admit.ts";
import type { TokenUse } from "../services/sessions/authenticate.ts";
import { requireConfirmed, requirePassword } from "../services/sessions/confirmed.ts";
import { keepable } from "./caching.ts";
import { parseBody, parseForm, parsePart, type RawMessage, rawMessage } from "./parse.ts";
import { clientCertificateOf } from "./client-certificate.ts";
import { bearerOf, isOperatorRoute, operatorTokenOf, requireOwnOrigin, ticketOf, tokenOf } from "./caller.ts";
import { limitsOf } from "./limited.ts";
import { type Answer, render } from "./render.ts";

export type { Answer } from "./render.ts";

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a route's own code gets: each part parsed by its own schema, and the session where the route asks for one. */
export interface Request<R extends Route> {
  params: Output<R["params"]>;
  query: Output<R["query"]>;
  body: Output<R["body"]>;
  session: R["access"] extends "public" | "certificate" | "saml" | `operator:${string}` ? undefined : Session;
  /** Who acts in the console, as they are now, and by which session. */
  operator: R["access"] extends `operator:${string}` ? Operator : undefined;
  operatorSession: R["access"] extends `operator:${string}` ? OperatorSession : undefined;
  /** PEM of what the caller has shown, where the route asks for it. */
  certificate: R["access"] extends "certificate" ? string : undefined;
  /** What the browser has brought of the route's ticket. */
  ticket: string | undefined;
  /** What another site has sent the browser with, where the route does not describe it as a body. */
  message: R["access"] extends "saml" ? RawMessage : undefined;
  /** Whether the caller keeps its token itself: a new one is for the body then. */
  bearer: boolean;
  userAgent: string;
  language: "cs" | "en";
  requestId: string;
}

/** What every endpoint of a function shares. */
export interface Guards {
  authenticate: (token: string | undefined, use: TokenUse) => Promise<Session>;
  /** The session of the console; given to the functions of the helpdesk alone. */
  authenticateOperator?: ((token: string | undefined) => Promise<EnteredOperator>) | undefined;
  admit: Admit;
  /** What the edge says of itself; undefined where the API stands alone. */
  originSecret: string | undefined;
  origins: readonly string[];
  now: () => string;
  /** The host that asks for certificates; given to the function behind it alone. */
  certificateHost?: string | undefined;
  /** What a browser gets where a SAML message leads to nothing: a person looks at it, so that it is no problem in JSON. */
  failed?: (error: unknown, event: APIGatewayProxyEventV2) => Answer;
}

/** Who acts in the console, and by which session. */
export interface EnteredOperator {
  operator: Operator;
  operatorSession: OperatorSession;
}

export type Endpoint = (
  event: APIGatewayProxyEventV2,
  guards: Guards,
) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * One route: own origin, session and rights, then params, query and body each on its own, limits, then the route's
 * code, then status and body from the contract.
 */
export const endpoint =
  <R extends Route>(route: R, answer: (request: Request<R>) => Promise<Answer>): Endpoint =>
  async (event, guards) => {
    try {
      return await answered(route, answer, event, guards);
    } catch (error) {
      if (!isForPeople(route) || guards.failed === undefined) throw error;
      return keepable(undefined, event, render(route, guards.failed(error, event)));
    }
  };

/** A person looks at what comes back, not a program. */
const isForPeople = ({ access, mediaType }: Route): boolean => access === "saml" || mediaType === "text/html";

const answered = async <R extends Route>(
  route: R,
  answer: (request: Request<R>) => Promise<Answer>,
  event: APIGatewayProxyEventV2,
  guards: Guards,
): Promise<APIGatewayProxyStructuredResultV2> => {
  requireOwnOrigin(route, event, guards.origins);
  const certificate =
    route.access === "certificate" ? clientCertificateOf(event, guards.certificateHost) : undefined;
  const entered = isOperatorRoute(route)
    ? await enterConsole(route, event, guards)
    : await enter(route, event, guards);
  const request = {
    ...entered,
    certificate,
    message:
      route.access === "saml" && route.body === undefined ? rawMessage(event, route.method) : undefined,
    ticket: route.ticket && ticketOf(event, route.ticket),
    bearer: bearerOf(event) !== undefined,
    userAgent: (event.headers["user-agent"] ?? "").slice(0, 200),
    language: languageOf(event),
    requestId: event.requestContext.requestId,
  };
  return keepable(route.cache, event, render(route, await answer(request as Request<R>)));
};

const useOf = ({ method, access }: Route): TokenUse =>
  method === "GET" && access === "session" ? "reading" : "changing";

const partsOf = (route: Route, event: APIGatewayProxyEventV2) => ({
  params: parsePart(route.params, event.pathParameters, "params"),
  query: parsePart(route.query, event.queryStringParameters, "query"),
  body: route.access === "saml" || route.form ? parseForm(route.body, event) : parseBody(route.body, event),
});

/** The parts of a request that counts: what is malformed is not counted. */
const counted = async (route: Route, event: APIGatewayProxyEventV2, guards: Guards, operatorId?: string) => {
  const parts = partsOf(route, event);
  const throughEdge = guards.originSecret !== undefined;
  await guards.admit(limitsOf(route, { event, throughEdge, operatorId, ...parts }));
  return parts;
};

const isWithoutSession = ({ access }: Route): boolean =>
  access === "public" || access === "certificate" || access === "saml";

const authorised = async (route: Route, event: APIGatewayProxyEventV2, guards: Guards) => {
  if (isWithoutSession(route)) return undefined;
  const session = await guards.authenticate(tokenOf(event), useOf(route));
  requireRights(route, session, guards.now());
  return session;
};

/** Checks session and rights, and counts the request, at once. Who has no right is told of nothing else. */
const enter = async (route: Route, event: APIGatewayProxyEventV2, guards: Guards) => {
  const [session, parts] = await Promise.allSettled([
    authorised(route, event, guards),
    counted(route, event, guards),
  ]);
  if (session.status === "rejected") throw session.reason;
  if (parts.status === "rejected") throw parts.reason;
  return { ...parts.value, session: session.value };
};

/** Operators' logins can be guessed, so a request counts for one only once the session is checked. */
const enterConsole = async (route: Route, event: APIGatewayProxyEventV2, guards: Guards) => {
  if (guards.authenticateOperator === undefined)
    throw new Error("a route of the console in another function");
  const entered = await guards.authenticateOperator(operatorTokenOf(event));
  requireRole(entered.operator, route.access.slice("operator:".length) as OperatorRole);
  return { ...entered, ...(await counted(route, event, guards, entered.operator.id)) };
};

const requireRights = ({ access }: Route, session: Session, now: string): void => {
  if (access === "session") return;
  requirePassword(session);
  if (access === "password-session") return;
  requireConfirmed(session, access.slice("confirmed:".length) as ConfirmationPurpose, now);
};

export const languageOf = (event: APIGatewayProxyEventV2): "cs" | "en" =>
  (event.headers["accept-language"] ?? "").trim().toLowerCase().startsWith("en") ? "en" : "cs";
