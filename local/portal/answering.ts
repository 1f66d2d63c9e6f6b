import { attributesOf, type ReleasedAttribute } from "./answers/attributes.ts";
import { type AnswerPlan, newAssertionId, newSessionIndex, refusal, writeAnswer } from "./answers/plan.ts";
import { pseudonymFor } from "../nia/world/pseudonyms.ts";
import { inDisguise, spoiled, withoutConsent } from "./control/faults.ts";
import { type Exchange, sendMessage, sendPage } from "./http.ts";
import type { Login, Session } from "./logins.ts";
import { errorPage } from "./pages/error-page.ts";
import type { PortalContext } from "./portal-context.ts";
import { type StatusName, portalEntityId } from "./saml/names.ts";

/** How a login ended. */
export type Outcome =
  | { readonly kind: "logged-in" | "consent-refused" | "failed-in-disguise"; readonly session: Session }
  | { readonly kind: "refused"; readonly second: StatusName };

/** What the service provider of a login would be told of the person. */
export function releasedTo(
  { world, now }: PortalContext,
  { serviceProvider, request }: Login,
  residentId: string,
): { readonly nameId: string; readonly attributes: readonly ReleasedAttribute[] } {
  const resident = world.people().find(({ id }) => id === residentId);
  if (resident === undefined) throw new Error("The person is not in the register any more.");
  const nameId = `CZ/CZ/${pseudonymFor(world, serviceProvider.entityId, resident)}`;
  return { nameId, attributes: attributesOf({ resident, nameId }, request.attributes, now()) };
}

/** Sends the person back to the service provider with the answer, or with the fault that a test asked for. */
export function answer(
  context: PortalContext,
  exchange: Exchange,
  login: Login,
  outcome: Outcome,
  headers: Record<string, string> = {},
): void {
  const { serviceProvider, relayState } = login;
  const fault = context.trouble.next(serviceProvider.entityId);
  if (fault?.kind === "no-return") return sendPage(exchange, 500, errorPage(login.id), headers);
  const plan = planned(context, exchange, login, outcome);
  const fresh = writeAnswer(spoiled(plan, fault, context.stranger));
  const message = fault?.kind === "last-answer" ? (context.last ?? fresh) : fresh;
  context.last = message;
  const destination = serviceProvider.assertionConsumerService;
  sendMessage(exchange, { destination, name: "SAMLResponse", message, relayState }, headers);
}

function planned(context: PortalContext, exchange: Exchange, login: Login, outcome: Outcome): AnswerPlan {
  const signer = context.keys.signer;
  const plan: AnswerPlan = {
    issuedAt: context.now(),
    destination: login.serviceProvider.assertionConsumerService,
    inResponseTo: login.request.id,
    status: ["Success"],
    assertion: undefined,
    signer,
    assertionSigner: signer,
    encryptFor: login.keys.encryption.toString(),
    finish: (xml) => xml,
  };
  if (outcome.kind === "refused") return refusal(plan, outcome.second);
  const full = { ...plan, assertion: told(context, exchange, login, outcome.session) };
  if (outcome.kind === "logged-in") return full;
  return (outcome.kind === "consent-refused" ? withoutConsent : inDisguise)(full, context.stranger);
}

function told(context: PortalContext, { request }: Exchange, login: Login, session: Session) {
  const { entityId, assertionConsumerService } = login.serviceProvider;
  const { nameId, attributes } = releasedTo(context, login, session.residentId);
  const sessionIndex = session.indexes.get(entityId) ?? newSessionIndex();
  session.indexes.set(entityId, sessionIndex);
  return {
    id: newAssertionId(),
    issuer: portalEntityId,
    nameId,
    inResponseTo: login.request.id,
    recipient: assertionConsumerService,
    audience: entityId,
    attributes,
    sessionIndex,
    level: session.level,
    clientAddress: request.socket.remoteAddress ?? "127.0.0.1",
    issuedAt: context.now(),
    authenticatedAt: session.authenticatedAt,
  };
}
