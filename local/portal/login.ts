import { answer, releasedTo } from "./answering.ts";
import { answeredBySession } from "./endpoint.ts";
import { type Exchange, cookieHeader, formOf, redirect, sendPage, sessionCookie } from "./http.ts";
import type { Login, Session } from "./logins.ts";
import { ownMeans } from "./means.ts";
import { consentPage } from "./pages/consent-page.ts";
import { errorPage } from "./pages/error-page.ts";
import { loginPage } from "./pages/login-page.ts";
import type { PortalContext } from "./portal-context.ts";
import { reaches } from "./saml/names.ts";

/** The page on which a person chooses a means and who they are. */
export function showLogin(context: PortalContext, exchange: Exchange): void {
  const login = context.logins.get(exchange.url.searchParams.get("login"));
  if (login === undefined) return sendPage(exchange, 400, errorPage("unknown"));
  if (!answeredBySession(context, exchange, login)) renderLogin(context, exchange, login);
}

export function renderLogin(context: PortalContext, exchange: Exchange, login: Login, wrong?: string): void {
  const page = loginPage({
    loginId: login.id,
    serviceName: login.serviceProvider.name,
    level: login.request.level,
    means: ownMeans,
    identityProvider: undefined,
    residents: context.world.people().filter(({ deceased }) => deceased !== true),
    ...(wrong === undefined ? {} : { wrong }),
  });
  sendPage(exchange, wrong === undefined ? 200 : 422, page);
}

/** What the person chose there. */
export async function takeChoice(context: PortalContext, exchange: Exchange): Promise<void> {
  const form = await formOf(exchange);
  const login = context.logins.get(form.get("login"));
  if (login === undefined) return sendPage(exchange, 400, errorPage("unknown"));
  if (form.get("outcome") === "cancel") {
    return answer(context, exchange, login, { kind: "refused", second: "AuthnFailed" });
  }
  const means = ownMeans.find(({ id }) => id === form.get("means"));
  const resident = context.world.people().find(({ id }) => id === form.get("resident"));
  if (means === undefined || resident === undefined || !reaches(means.level, login.request.level)) {
    return renderLogin(context, exchange, login, "Vyberte prostředek a osobu.");
  }
  if (!means.heldBy(resident)) {
    return renderLogin(context, exchange, login, "Tato osoba takový prostředek nemá. Vyberte jiný.");
  }
  const session = begin(context, resident.id, means.level);
  if (form.get("outcome") === "fail") {
    return answer(context, exchange, login, { kind: "failed-in-disguise", session });
  }
  return redirect(exchange, `/FPSTS/consent?login=${login.id}`, cookieHeader(session.id));
}

const begin = ({ sessions, now }: PortalContext, residentId: string, level: Session["level"]): Session =>
  sessions.add({ residentId, level, authenticatedAt: now(), consents: new Map(), indexes: new Map() });

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
