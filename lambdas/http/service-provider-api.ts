import { serviceProviderRoutes } from "../contract/routes/service-provider-api.ts";
import { BodyTooLarge, BrowserNeeded, InvalidInput, MediaTypeRefused } from "../domain/errors.ts";
import type { Arrival } from "../domain/portal-login.ts";
import { sessionApi, sessionTimes } from "../runtime/api.ts";
import { portalCatalogue, serviceProvider } from "../runtime/portal.ts";
import { writing } from "../runtime/records.ts";
import { makeAskPortal } from "../services/portal/ask-portal.ts";
import { makeArrive } from "../services/portal/leave-portal.ts";
import { makeOpenPortalLogin } from "../services/portal/open-portal-login.ts";
import { makeTakeAnswer } from "../services/portal/take-answer.ts";
import type { Answer, Guards } from "./endpoint.ts";
import { handler as handlerOf } from "./handler.ts";
import { logFailure } from "./problem.ts";
import { portalPage } from "./views/portal-page.ts";

const ports = {
  ...writing(),
  portal: portalCatalogue(),
  serviceProvider: serviceProvider(),
  times: sessionTimes(),
};
const open = makeOpenPortalLogin(ports);
const ask = makeAskPortal(ports);
const take = makeTakeAnswer(ports);
const arrive = makeArrive(ports);

const guards = sessionApi(ports);
const [appOrigin = ""] = guards.origins;

/** A page of the web app: the table, the NIA page, or the one that says why there is nothing. */
const pageOf = (arrival: Arrival): string => {
  if (arrival === "nia") return `${appOrigin}/settings/nia`;
  return `${appOrigin}/settings/nia/${arrival === "compare" ? arrival : `portal/${arrival}`}`;
};

const isMalformed = (error: unknown): boolean =>
  error instanceof InvalidInput || error instanceof BodyTooLarge || error instanceof MediaTypeRefused;

const failed: Guards["failed"] = (error): Answer => {
  logFailure(error);
  return { location: pageOf(isMalformed(error) ? "not-accepted" : "unavailable") };
};

/** To NIA's portal and back. */
export const handler = handlerOf(
  serviceProviderRoutes,
  {
    openPortalLogin: async ({ session, params, ticket, bearer }) => {
      if (bearer) throw new BrowserNeeded("a token of an app");
      return {
        ticket: await open({ session, verificationId: params.id, ticket }),
        body: { location: serviceProviderRoutes.askPortal.path },
      };
    },
    askPortal: async ({ ticket, language }) => {
      const message = await ask(ticket);
      return message === undefined ? { location: pageOf("nia") } : { text: portalPage(message, language) };
    },
    takePortalAnswer: async ({ ticket, body }) => {
      const { arrival, location } = await take({ ticket, samlResponse: body.SAMLResponse });
      return { location: location ?? pageOf(arrival) };
    },
    leavePortal: async ({ ticket }) => ({ location: pageOf(await arrive(ticket)) }),
    serviceProviderMetadata: async () => ({ text: { content: await ports.serviceProvider.ownMetadata() } }),
  },
  { ...guards, failed },
);
