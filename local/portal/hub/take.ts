import { begin, renderLogin } from "../login.ts";
import { type Exchange, cookieHeader, formOf, redirect } from "../http.ts";
import type { HubQuestion } from "../logins.ts";
import type { PortalContext } from "../portal-context.ts";
import { receivedMessage } from "../requests/bindings.ts";
import { must } from "../saml/refusal.ts";
import { type HubAnswer, readHubAnswer } from "./answer-check.ts";
import { holderOf } from "./holder.ts";
import type { Hub } from "./hub.ts";
import { identityProviderAt } from "./identity-provider.ts";

/** The attribute that names the authenticator (IdentifikaceProstredku) which the person used. */
export const authenticatorAttribute =
  "http://schemas.eidentita.cz/moris/2016/identity/claims/identifikaceprostredku";

/** Takes the answer of the identity provider, once, and goes on with the login it was for. Throws `MessageRefused`. */
export async function takeHubAnswer(context: PortalContext, exchange: Exchange, hub: Hub): Promise<void> {
  const message = receivedMessage(await formOf(exchange), "SAMLResponse", "post");
  const question = hub.questions.get(message.relayState);
  must(question !== undefined, "No such question waits for an answer");
  const { entityId, certificates } = await identityProviderAt(hub.identityProvider.metadataUrl);
  const answer = readHubAnswer(message.root, {
    identityProvider: entityId,
    certificates,
    audience: hub.entityId,
    consumer: hub.consumer,
    requestId: question.requestId,
    askedAt: question.askedAt,
    level: question.login.request.level,
    privateKeyPem: context.keys.keys.hub.privateKeyPem,
    now: context.now(),
  });
  hub.questions.remove(question.id);
  goOn(context, exchange, hub, question, answer);
}

function goOn(
  context: PortalContext,
  exchange: Exchange,
  { identityProvider }: Hub,
  { login }: HubQuestion,
  answer: HubAnswer,
): void {
  if (!answer.loggedIn) {
    const wrong = `${identityProvider.name}: přihlášení se nepodařilo.`;
    return renderLogin(context, exchange, login, { wrong });
  }
  const { nameId, sessionIndex, level, attributes } = answer;
  const authenticatorId = attributes.get(authenticatorAttribute);
  must(authenticatorId !== undefined, "The answer names no authenticator");
  const named = { provider: identityProvider.provider, bsi: nameId, authenticatorId };
  const holder = holderOf(context.world, named, level);
  must(holder !== undefined, "The authenticator is not an active one");
  const session = begin(context, { ...holder, hub: { nameId, sessionIndex } });
  redirect(exchange, `/FPSTS/consent?login=${login.id}`, cookieHeader(session.id));
}
