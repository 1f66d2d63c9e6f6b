import { type Exchange, formOf, redirect } from "./http.ts";
import { logOut } from "./logout.ts";
import { type PortalContext, noted, providerNamed } from "./portal-context.ts";
import { readAuthnRequest } from "./requests/authn-request.ts";
import { type ReceivedMessage, receivedMessage } from "./requests/bindings.ts";
import { readLogoutRequest } from "./requests/logout-request.ts";
import { must, reading } from "./saml/refusal.ts";
import { mustBeSigned } from "./saml/signature-check.ts";
import { keysOf } from "./service-providers.ts";

/** Takes requests by both bindings. Throws `MessageRefused`. */
export async function takeRequest(context: PortalContext, exchange: Exchange): Promise<void> {
  const message = await messageOf(exchange);
  if (message.root.localName === "LogoutRequest") await takeLogout(context, exchange, message);
  else await takeLogin(context, exchange, message);
}

async function messageOf(exchange: Exchange): Promise<ReceivedMessage> {
  const { request, url } = exchange;
  if (request.method === "GET") {
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
  noted(context, { what: "AuthnRequest", issuer: request.issuer });
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
  noted(context, { what: "LogoutRequest", issuer: request.issuer });
}
