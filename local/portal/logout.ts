import { newSessionIndex } from "./answers/plan.ts";
import { logoutResponse } from "./answers/response.ts";
import { type Exchange, cookieHeader, sendMessage, sendPage } from "./http.ts";
import { loggedOutPage } from "./pages/error-page.ts";
import { logOutAtIdentityProvider } from "./hub/logout.ts";
import type { PortalContext } from "./portal-context.ts";
import type { ReceivedMessage } from "./requests/bindings.ts";
import type { LogoutRequest } from "./requests/logout-request.ts";
import { reading } from "./saml/refusal.ts";
import { isSigned, mustBeSigned } from "./saml/signature-check.ts";
import { type ServiceProvider, keysOf } from "./service-providers.ts";

interface Logout {
  readonly message: ReceivedMessage;
  readonly request: LogoutRequest;
  readonly serviceProvider: ServiceProvider;
}

/**
 * Ends the session that the request names. A signature is checked where there is one, and not asked for; the answer
 * bears none (nia-saml.md, A7). A session that is not there is ended already.
 */
export async function logOut(context: PortalContext, exchange: Exchange, logout: Logout): Promise<void> {
  const { message, request, serviceProvider } = logout;
  if (reading(() => isSigned(message.root))) {
    const { signing } = await keysOf(serviceProvider);
    reading(() => mustBeSigned(message.root, signing));
  }
  const ended = context.sessions
    .list()
    .filter(({ indexes }) => indexes.get(serviceProvider.entityId) === request.sessionIndex);
  for (const { id } of ended) context.sessions.remove(id);
  const goOn = (last: Exchange): void => answerLogout(context, last, logout);
  const hub = ended.find((session) => session.hub !== undefined)?.hub;
  if (hub !== undefined) return logOutAtIdentityProvider(context, exchange, hub, goOn);
  return goOn(exchange);
}

function answerLogout(
  context: PortalContext,
  exchange: Exchange,
  { message, request, serviceProvider }: Logout,
): void {
  const { logoutService } = serviceProvider;
  const forgotten = cookieHeader(undefined);
  if (logoutService === undefined) return sendPage(exchange, 200, loggedOutPage(), forgotten);
  const response = logoutResponse({
    id: newSessionIndex(),
    issuedAt: context.now(),
    destination: logoutService,
    inResponseTo: request.id,
    status: ["Success"],
  });
  const { relayState } = message;
  const posted = { destination: logoutService, name: "SAMLResponse", message: response, relayState } as const;
  sendMessage(exchange, posted, forgotten);
}
