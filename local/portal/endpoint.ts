import { randomUUID } from "node:crypto";
import { answer } from "./answering.ts";
import { type Exchange, formOf, redirect, sendPage, sessionCookie } from "./http.ts";
import type { Login } from "./logins.ts";
import { logOut } from "./logout.ts";
import { errorPage } from "./pages/error-page.ts";
import { type PortalContext, providerNamed } from "./portal-context.ts";
import { readAuthnRequest } from "./requests/authn-request.ts";
import { type ReceivedMessage, receivedMessage } from "./requests/bindings.ts";
import { readLogoutRequest } from "./requests/logout-request.ts";
import { MessageRefused, must, reading } from "./saml/refusal.ts";
import { mustBeSigned } from "./saml/signature-check.ts";
import { reaches } from "./saml/names.ts";
import { keysOf } from "./service-providers.ts";

/** Takes requests by both bindings. What is wrong ends on the portal's own page: the sender is told nothing. */
export async function takeRequest(context: PortalContext, exchange: Exchange): Promise<void> {
  try {
    const message = await messageOf(exchange);
    if (message.root.localName === "LogoutRequest") await takeLogout(context, exchange, message);
    else await takeLogin(context, exchange, message);
  } catch (error) {
    if (!(error instanceof MessageRefused)) throw error;
    const activityId = randomUUID();
    note(context, { what: "refused", reason: error.message, activityId });
    sendPage(exchange, 400, errorPage(activityId));
  }
}

async function messageOf(exchange: Exchange): Promise<ReceivedMessage> {
  const { request, url } = exchange;
  if (request.method === "GET") {
    must(!url.searchParams.has("Signature"), "The signature belongs into the request, not beside it");
    return receivedMessage(url.searchParams, "SAMLRequest", "redirect");
  }
  const type = request.headers["content-type"] ?? "";
  must(/^application\/x-www-form-urlencoded\b/u.test(type), "The message is no form");
  return receivedMessage(await formOf(exchange), "SAMLRequest", "post");
}

async function takeLogin(
  context: PortalContext,
  exchange: Exchange,
  message: ReceivedMessage,
): Promise<void> {
  const request = readAuthnRequest(message.root, context.endpoint, context.now());
  const serviceProvider = providerNamed(context, request.issuer);
  must(serviceProvider !== undefined, "The service provider is unknown");
  const keys = await keysOf(serviceProvider);
  reading(() => mustBeSigned(message.root, keys.signing));
  note(context, { what: "AuthnRequest", issuer: request.issuer });
  const { relayState } = message;
  const login = context.logins.add({ request, relayState, serviceProvider, keys });
  redirect(exchange, `/FPSTS/login?login=${login.id}`);
}

async function takeLogout(
  context: PortalContext,
  exchange: Exchange,
  message: ReceivedMessage,
): Promise<void> {
  const request = readLogoutRequest(message.root, context.endpoint, context.now());
  const serviceProvider = providerNamed(context, request.issuer);
  must(serviceProvider !== undefined, "The service provider is unknown");
  await logOut(context, exchange, { message, request, serviceProvider });
  note(context, { what: "LogoutRequest", issuer: request.issuer });
}

/**
 * Answers from the session in this browser where it can. A refused consent is remembered with the session: until the
 * person is logged out, the same answer comes again without a question (nia-saml.md, A8).
 */
export function answeredBySession(context: PortalContext, exchange: Exchange, login: Login): boolean {
  const session = context.sessions.get(sessionCookie(exchange));
  if (session === undefined) return false;
  const consent = session.consents.get(login.serviceProvider.entityId);
  const { forceAuthn, level } = login.request;
  if (consent === false) answer(context, exchange, login, { kind: "consent-refused", session });
  else if (consent === true && !forceAuthn && reaches(session.level, level)) {
    answer(context, exchange, login, { kind: "logged-in", session });
  } else return false;
  return true;
}

const note = (
  { received, now }: PortalContext,
  entry: { what: string; issuer?: string; reason?: string; activityId?: string },
): void => received.add({ at: now().toISOString(), ...entry });
