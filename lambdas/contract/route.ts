import type * as z from "zod";
import type { ConfirmationPurpose } from "../domain/confirmation.ts";
import type { LimitName } from "../domain/limits.ts";
import type { OperatorRole } from "../domain/operator-rights.ts";

/** The functions of the API; each has permissions of its own. */
export type FunctionName =
  | "public-api"
  | "accounts-api"
  | "session-api"
  | "me-api"
  | "keys-api"
  | "link-api"
  | "document-api"
  | "certificates-api"
  | "service-provider-api"
  | "identity-provider-api"
  | "certificate-login"
  | "operator-api"
  | "helpdesk-api"
  | "casework-api";

/**
 * Who may call a route: anyone; a session; a session that a password opened, never a certificate alone; or a session
 * that a confirmation login has opened for this purpose within the last five minutes; or, at the host for certificates
 * alone, whoever shows a certificate; or a browser that another site has sent here with a SAML message: its body is a
 * form, its session's cookie stays away, and what it may do is the message's and the ticket's to say. `operator:<role>`
 * is a session of the helpdesk's console, of that role or one that reaches further (domain/operator-rights.ts).
 */
export type Access =
  | "public"
  | "session"
  | "password-session"
  | "certificate"
  | "saml"
  | `confirmed:${ConfirmationPurpose}`
  | `operator:${OperatorRole}`;

/** The cookie of a round trip to another site: it comes back with that site's form, as the session's does not. */
export type TicketName = "portal" | "service-login";

/** For how many seconds browsers and the edge may keep an answer without asking again. */
export interface Caching {
  browser: number;
  edge: number;
  /** What stands at this address never changes. */
  immutable?: true;
}

/** What everybody gets alike may be kept; whatever is a session's, or changes something, may not. */
type Kept = { method: "GET"; access: "public"; cache: Caching };

/** One route as data. It carries no behaviour; the function named by `fn` does. */
export type Route = RouteShape & (Kept | { cache?: never });

interface RouteShape {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** API Gateway's notation; parameters in braces. */
  path: `/api/${string}` | `/saml/${string}`;
  fn: FunctionName;
  access: Access;
  /** The ticket that it reads, gives or ends. */
  ticket?: TicketName;
  /** How often it may be called, by name (`domain/limits.ts`); a call counts for each of them. */
  limits?: readonly LimitName[];
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Whether the body is a form that a page of ours has posted: the browser goes on with the answer. */
  form?: true;
  status: 200 | 201 | 202 | 204 | 303;
  /** Absent with 204 and 303. */
  response?: z.ZodType;
  /** For answers that are not JSON. */
  mediaType?:
    | "application/pdf"
    | "application/octet-stream"
    | "image/*"
    | "text/html"
    | "application/samlmetadata+xml";
}

/** Routes of one function, by name. */
export type RoutesOf<F extends FunctionName> = Record<string, Route & { fn: F }>;
