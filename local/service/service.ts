import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Profile, SAML } from "@node-saml/node-saml";
import type { Identity } from "../certificates.ts";
import { type RunningServer, readBody, send, serve } from "../http-server.ts";
import { pageHeadersWithForms } from "../pages.ts";
import { postPage, postScript, postScriptPath } from "../post-page.ts";
import { type Visitor, visitorPage, welcomePage } from "./pages.ts";
import { type ServiceSettings, makeServiceProvider } from "./saml.ts";

export interface ServiceOptions {
  readonly port: number;
  readonly identity: Identity;
  readonly portal: ServiceSettings["portal"];
}

/** What the portal registers of a service that listens there. */
export const serviceAddresses = (port: number) => ({
  entityId: `http://127.0.0.1:${port}/`,
  consumer: `http://127.0.0.1:${port}/acs`,
  logout: `http://127.0.0.1:${port}/logged-out`,
});

interface Session {
  readonly visitor: Visitor;
  readonly profile: Profile;
}

interface Context {
  /** Logs in by POST. */
  readonly saml: SAML;
  /** Logs out by Redirect. */
  readonly leaving: SAML;
  readonly portal: ServiceSettings["portal"];
  readonly sessions: Map<string, Session>;
}

/** Starts a government service that logs its visitors in by NIA's portal. */
export const startService = ({ port, identity, portal }: ServiceOptions): Promise<RunningServer> => {
  const settings = { ...serviceAddresses(port), identity, portal };
  const context: Context = {
    saml: makeServiceProvider(settings, "post"),
    leaving: makeServiceProvider(settings, "redirect"),
    portal,
    sessions: new Map(),
  };
  return serve((request, response) => answer(context, request, response), port);
};

const COOKIE = "service-session";
const sessionId = ({ headers }: IncomingMessage): string =>
  new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`, "u").exec(headers.cookie ?? "")?.[1] ?? "";

/** Every form here leads to the portal in the end, and Chromium holds redirects after a form to the page's policy. */
const show = ({ portal }: Context, response: ServerResponse, page: string, status = 200): void =>
  send(response, status, "text/html", page, pageHeadersWithForms([new URL(portal.endpoint).origin]));

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://service");
  const visitor = context.sessions.get(sessionId(request))?.visitor;
  switch (`${request.method} ${pathname}`) {
    case "GET /":
      return show(context, response, visitor === undefined ? welcomePage() : visitorPage(visitor));
    case `GET ${postScriptPath}`:
      return send(response, 200, "text/javascript", postScript);
    case "POST /login":
      return goToPortal(context, response);
    case "POST /acs":
      return takeAnswer(context, request, response);
    case "POST /logout":
      return logOut(context, request, response);
    case "POST /logged-out":
      return show(context, response, welcomePage({ good: true, text: "Byli jste odhlášeni." }));
    default:
      return send(response, 404, "text/plain", "Not found\n");
  }
}

async function goToPortal(context: Context, response: ServerResponse): Promise<void> {
  const fields = await context.saml.getAuthorizeMessageAsync(randomBytes(16).toString("hex"));
  const { SAMLRequest = "", RelayState = "" } = fields as Record<string, string>;
  const form = { destination: context.portal.endpoint, fields: { SAMLRequest, RelayState } };
  show(context, response, postPage(form));
}

async function takeAnswer(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { saml, sessions } = context;
  const form = Object.fromEntries(new URLSearchParams((await readBody(request, 2_000_000)).toString("utf8")));
  const profile = await profileOf(saml, form);
  if (profile === undefined) {
    return show(
      context,
      response,
      welcomePage({ good: false, text: "Přihlášení se nezdařilo. Zkuste to znovu." }),
      403,
    );
  }
  const id = randomBytes(16).toString("base64url");
  sessions.set(id, { profile, visitor: visitorOf(profile) });
  const cookie = `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`;
  return send(response, 303, "text/plain", "", { location: "/", "set-cookie": cookie });
}

async function profileOf(saml: SAML, form: Record<string, string>): Promise<Profile | undefined> {
  try {
    return (await saml.validatePostResponseAsync(form)).profile ?? undefined;
  } catch (error) {
    console.error(`sample service: ${error instanceof Error ? error.message : "failed"}`);
    return undefined;
  }
}

function visitorOf(profile: Profile): Visitor {
  const { attributes = {} } = profile as { attributes?: Record<string, unknown> };
  const texts = Object.entries(attributes).flatMap(([name, value]) => {
    const text = typeof value === "object" ? (value as { _?: unknown })?._ : value;
    return typeof text === "string" ? [[name.slice(name.lastIndexOf("/") + 1), text] as const] : [];
  });
  const level = /LoA\/(\w+)/u.exec(profile.getAssertionXml?.() ?? "")?.[1] ?? "";
  return { pseudonym: profile.nameID, level, attributes: Object.fromEntries(texts) };
}

/** Ends the visit here first, then at the portal. */
async function logOut(
  { leaving, sessions }: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = sessionId(request);
  const session = sessions.get(id);
  sessions.delete(id);
  const location = session === undefined ? "/" : await leaving.getLogoutUrlAsync(session.profile, "", {});
  return send(response, 303, "text/plain", "", { location });
}
