import { pageHeadersWithForms } from "../pages.ts";
import { answer, releasedTo } from "./answering.ts";
import { type Exchange, cookieHeader, formOf, redirect, sendPage, sessionCookie } from "./http.ts";
import type { Login, Session } from "./logins.ts";
import { askIdentityProvider } from "./hub/ask.ts";
import { ownMeans } from "./means.ts";
import { consentPage } from "./pages/consent-page.ts";
import { errorPage } from "./pages/error-page.ts";
import { type LoginView, loginPage } from "./pages/login-page.ts";
import type { PortalContext } from "./portal-context.ts";
import { reaches } from "./saml/names.ts";

/** The page on which a person chooses a means and who they are. */
export function showLogin(context: PortalContext, exchange: Exchange): void {
  const login = context.logins.get(exchange.url.searchParams.get("login"));
  if (login === undefined) return sendPage(exchange, 400, errorPage("unknown"));
  if (!answeredBySession(context, exchange, login)) renderLogin(context, exchange, login);
}

/** The login page; once more with what was wrong and what had been chosen. */
export function renderLogin(
  context: PortalContext,
  exchange: Exchange,
  login: Login,
  again?: Pick<LoginView, "wrong" | "chosen">,
): void {
  const page = loginPage({
    loginId: login.id,
    serviceName: login.serviceProvider.name,
    level: login.request.level,
    means: ownMeans,
    identityProvider: context.hub?.identityProvider.name,
    residents: context.world.people().filter(({ deceased }) => deceased !== true),
    ...again,
  });
  // Chromium holds a redirect after a form to the page's policy.
  const { hub } = context;
  const headers = hub && pageHeadersWithForms([new URL(hub.identityProvider.metadataUrl).origin]);
  sendPage(exchange, again === undefined ? 200 : 422, page, headers);
}

/** What the person chose there. */
export async function takeChoice(context: PortalContext, exchange: Exchange): Promise<void> {
  const form = await formOf(exchange);
  const login = context.logins.get(form.get("login"));
  if (login === undefined) return sendPage(exchange, 400, errorPage("unknown"));
  if (form.get("outcome") === "cancel") {
    return answer(context, exchange, login, { kind: "refused", second: "AuthnFailed" });
  }
  const chosen = { means: form.get("means"), resident: form.get("resident") };
  if (chosen.means === "idp" && context.hub !== undefined) {
    return askIdentityProvider(context, exchange, context.hub, login);
  }
  const means = ownMeans.find(({ id }) => id === chosen.means);
  const resident = context.world.people().find(({ id }) => id === chosen.resident);
  if (means === undefined || resident === undefined || !reaches(means.level, login.request.level)) {
    return renderLogin(context, exchange, login, { wrong: "Vyberte prostředek a osobu.", chosen });
  }
  if (!means.heldBy(resident)) {
    const wrong = "Tato osoba takový prostředek nemá. Vyberte jiný.";
    return renderLogin(context, exchange, login, { wrong, chosen });
  }
  const session = begin(context, { residentId: resident.id, level: means.level });
  if (form.get("outcome") === "fail") {
    return answer(context, exchange, login, { kind: "failed-in-disguise", session });
  }
  return redirect(exchange, `/FPSTS/consent?login=${login.id}`, cookieHeader(session.id));
}

/** Remembers who is logged in, from now on. */
export const begin = (
  { sessions, now }: PortalContext,
  who: Pick<Session, "residentId" | "level" | "hub">,
): Session => sessions.add({ ...who, authenticatedAt: now(), consents: new Map(), indexes: new Map() });

/** The page that asks for consent. */
export function showConsent(context: PortalContext, exchange: Exchange): void {
  const login = context.logins.get(exchange.url.searchParams.get("login"));
  const session = context.sessions.get(sessionCookie(exchange));
  if (login === undefined || session === undefined) return sendPage(exchange, 400, errorPage("unknown"));
  const { attributes } = releasedTo(context, login, session.residentId);
  const { name: serviceName } = login.serviceProvider;
  return sendPage(exchange, 200, consentPage({ loginId: login.id, serviceName, attributes }));
}

/** Consent or its refusal: either is remembered as long as the session lives. */
export async function takeConsent(context: PortalContext, exchange: Exchange): Promise<void> {
  const form = await formOf(exchange);
  const login = context.logins.get(form.get("login"));
  const session = context.sessions.get(sessionCookie(exchange));
  if (login === undefined || session === undefined) return sendPage(exchange, 400, errorPage("unknown"));
  const given = form.get("consent") === "yes";
  session.consents.set(login.serviceProvider.entityId, given);
  return answer(context, exchange, login, { kind: given ? "logged-in" : "consent-refused", session });
}

/**
 * Answers from the session in this browser where it can. A refused consent is remembered with the session: until the
 * person is logged out, the same answer comes again without a question (nia-saml.md, A8).
 */
function answeredBySession(context: PortalContext, exchange: Exchange, login: Login): boolean {
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
