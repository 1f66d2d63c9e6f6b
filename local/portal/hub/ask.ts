import type { Exchange } from "../http.ts";
import type { Login } from "../logins.ts";
import type { PortalContext } from "../portal-context.ts";
import { must } from "../saml/refusal.ts";
import type { Hub } from "./hub.ts";
import { identityProviderAt } from "./identity-provider.ts";
import { hubAuthnRequest, newRequestId } from "./requests.ts";
import { sendRequest } from "./sending.ts";

/** Sends a person to the identity provider. Throws `MessageRefused` where its metadata can't be had. */
export async function askIdentityProvider(
  context: PortalContext,
  exchange: Exchange,
  hub: Hub,
  login: Login,
): Promise<void> {
  const { login: addresses } = await identityProviderAt(hub.identityProvider.metadataUrl);
  const destination = addresses[hub.binding];
  must(destination !== undefined, "The identity provider takes no such binding");
  const id = newRequestId();
  const issuedAt = context.now();
  const xml = hubAuthnRequest({
    id,
    issuedAt,
    destination,
    issuer: hub.entityId,
    consumer: hub.consumer,
    level: login.request.level,
    forceAuthn: login.request.forceAuthn,
    providerName: login.serviceProvider.name,
  });
  const question = hub.questions.add({ login, requestId: id, askedAt: issuedAt });
  sendRequest(exchange, hub.binding, { destination, xml, relayState: question.id }, context.keys.keys.hub);
}
