import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { identityProviderRoutes } from "../contract/routes/identity-provider-api.ts";
import { sessionApi } from "../runtime/api.ts";
import { identityProvider } from "../runtime/identity-provider.ts";
import { writing } from "../runtime/records.ts";
import { makeAnswerLogin } from "../services/service-logins/answer-login.ts";
import { makeLogOutEverywhere } from "../services/service-logins/log-out-everywhere.ts";
import { openLogin } from "../services/service-logins/open-login.ts";
import { makeReceiveLogin } from "../services/service-logins/receive-login.ts";
import { makeReceiveLogout } from "../services/service-logins/receive-logout.ts";
import { makeRefuseLogin } from "../services/service-logins/refuse-login.ts";
import { makeStanding } from "../services/service-logins/standing.ts";
import type { SamlDelivery } from "../services/ports/identity-provider.ts";
import type { RawMessage } from "./parse.ts";
import { languageOf } from "./endpoint.ts";
import { handler as handlerOf } from "./handler.ts";
import { logFailure } from "./problem.ts";
import type { Answer } from "./render.ts";
import { serviceLoginView } from "./views/service-login.ts";
import { refusedPage, servicePage } from "./views/service-page.ts";

const ports = { ...writing(), identityProvider: identityProvider() };
const receiveLogin = makeReceiveLogin(ports);
const standing = makeStanding(ports);
const answerLogin = makeAnswerLogin(ports);
const refuseLogin = makeRefuseLogin(ports);
const receiveLogout = makeReceiveLogout(ports);
const logOutEverywhere = makeLogOutEverywhere(ports);

/** The page of the web app about one login. */
const pageOf = (loginId: string): string => `/service-login?id=${loginId}`;

interface Coming {
  message: RawMessage;
  ticket: string | undefined;
  language: "cs" | "en";
}

const received = async ({ message, ticket, language }: Coming): Promise<Answer> => {
  const outcome = await receiveLogin({ message, browser: ticket });
  return "refusal" in outcome
    ? servicePage(outcome.refusal, language)
    : { location: pageOf(outcome.loginId), ticket: outcome.browser };
};

const delivered = (delivery: SamlDelivery | undefined, language: "cs" | "en"): Answer => {
  if (delivery === undefined) return { location: "/" };
  return delivery.binding === "redirect" ? { location: delivery.url } : servicePage(delivery, language);
};

const loggedOut = async ({ message, language }: Omit<Coming, "ticket">): Promise<Answer> =>
  delivered(await receiveLogout(message), language);

const brought = ({ params, ticket }: { params: { id: string }; ticket: string | undefined }) => ({
  loginId: params.id,
  browser: ticket,
});

/** A person looks at this: who came from a page of ours is told there what is to be done, another one nothing. */
const failed = (error: unknown, event: APIGatewayProxyEventV2): Answer => {
  logFailure(error);
  const id = event.pathParameters?.["id"];
  return id === undefined ? refusedPage(languageOf(event)) : { location: pageOf(encodeURIComponent(id)) };
};

/** Logging in to government services. */
export const handler = handlerOf(
  identityProviderRoutes,
  {
    identityProviderMetadata: async () => ({ text: { content: await ports.identityProvider.metadata() } }),
    receiveLoginByRedirect: received,
    receiveLoginByPost: received,
    serviceLogin: async (request) => ({
      body: serviceLoginView(await openLogin(ports, brought(request))),
    }),
    serviceLoginStanding: async (request) => ({
      body: await standing({ ...brought(request), session: request.session }),
    }),
    answerServiceLogin: async (request) => {
      const { session, body, language } = request;
      return servicePage(await answerLogin({ ...brought(request), session, ...body }), language);
    },
    refuseServiceLogin: async (request) =>
      servicePage(
        await refuseLogin({ ...brought(request), refusal: request.body.because }),
        request.language,
      ),
    logOutEverywhere: async ({ session, language }) => ({
      ...delivered(await logOutEverywhere(session), language),
      token: null,
      ticket: null,
    }),
    receiveLogoutByRedirect: loggedOut,
    receiveLogoutByPost: loggedOut,
  },
  { ...sessionApi(ports), failed },
);
