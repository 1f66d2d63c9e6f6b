import { newSessionIndex } from "../answers/plan.ts";
import { logoutResponse } from "../answers/response.ts";
import { type Exchange, formOf, sendMessage } from "../http.ts";
import type { HubSession } from "../logins.ts";
import type { PortalContext } from "../portal-context.ts";
import { receivedMessage } from "../requests/bindings.ts";
import { readEnvelope } from "../requests/envelope.ts";
import { readLogoutRequest } from "../requests/logout-request.ts";
import { MessageRefused, must, reading } from "../saml/refusal.ts";
import { mustBeSigned } from "../saml/signature-check.ts";
import { signed } from "../saml/signing.ts";
import type { Hub } from "./hub.ts";
import { identityProviderAt } from "./identity-provider.ts";
import { hubLogoutRequest, newRequestId } from "./requests.ts";
import { sendRequest } from "./sending.ts";

/** Has the identity provider log the person out too, and then goes on; at once where that is not to be had. */
export async function logOutAtIdentityProvider(
  context: PortalContext,
  exchange: Exchange,
  session: HubSession,
  goOn: (exchange: Exchange) => void,
): Promise<void> {
  const { hub } = context;
  const destination = hub === undefined ? undefined : await logoutAddress(hub);
  if (hub === undefined || destination === undefined) return goOn(exchange);
  const id = newRequestId();
  const issuedAt = context.now();
  const xml = hubLogoutRequest({ id, issuedAt, destination, issuer: hub.entityId, ...session });
  const { id: relayState } = hub.logouts.add({ requestId: id, goOn });
  return sendRequest(exchange, "post", { destination, xml, relayState }, context.keys.keys.hub);
}

async function logoutAddress(hub: Hub): Promise<string | undefined> {
  try {
    return (await identityProviderAt(hub.identityProvider.metadataUrl)).logout.post;
  } catch (error) {
    if (error instanceof MessageRefused) return undefined;
    throw error;
  }
}

/** Takes the identity provider's answer to a logout, or its own wish that somebody be logged out. Throws `MessageRefused`. */
export async function takeHubLogout(context: PortalContext, exchange: Exchange, hub: Hub): Promise<void> {
  const form = await formOf(exchange);
  const isRequest = form.has("SAMLRequest");
  const { root, relayState } = receivedMessage(form, isRequest ? "SAMLRequest" : "SAMLResponse", "post");
  const { entityId, certificates, logout } = await identityProviderAt(hub.identityProvider.metadataUrl);
  reading(() => mustBeSigned(root, certificates));
  const { issuer } = reading(() => readEnvelope(root, hub.logoutService, context.now()));
  must(issuer === entityId, "The message is by another Issuer");
  if (!isRequest) {
    const waiting = hub.logouts.get(relayState);
    must(waiting !== undefined, "No such logout waits for an answer");
    must(root.getAttribute("InResponseTo") === waiting.requestId, "The answer is to another request");
    hub.logouts.remove(waiting.id);
    return waiting.goOn(exchange);
  }
  const request = readLogoutRequest(root, hub.logoutService, context.now());
  for (const { id, hub: login } of context.sessions.list()) {
    const sameLogin =
      login !== undefined && (request.sessionIndex ?? login.sessionIndex) === login.sessionIndex;
    if (sameLogin && login.nameId === request.nameId) context.sessions.remove(id);
  }
  must(logout.post !== undefined, "The identity provider takes no answer by POST");
  const response = logoutResponse({
    id: newSessionIndex(),
    issuedAt: context.now(),
    issuer: hub.entityId,
    destination: logout.post,
    inResponseTo: request.id,
    status: ["Success"],
  });
  const message = signed(response, context.keys.keys.hub);
  return sendMessage(exchange, { destination: logout.post, name: "SAMLResponse", message, relayState });
}
