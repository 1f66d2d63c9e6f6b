import { randomUUID } from "node:crypto";
import { selfSigned } from "../certificates.ts";
import { readBody, send, sendJson, serve } from "../http-server.ts";
import { postScript, postScriptPath } from "../post-page.ts";
import type { World } from "../nia/world/world.ts";
import { hubMetadata, portalMetadata } from "./answers/metadata.ts";
import { control } from "./control/api.ts";
import { PortalTrouble } from "./control/faults.ts";
import { ReceivedMessages } from "./control/received.ts";
import { takeRequest } from "./endpoint.ts";
import { type Exchange, sendPage } from "./http.ts";
import type { Hub } from "./hub/hub.ts";
import type { RegisteredIdentityProvider } from "./hub/identity-provider.ts";
import { takeHubLogout } from "./hub/logout.ts";
import { takeHubAnswer } from "./hub/take.ts";
import { openKeyRing, portalOrganization } from "./keys.ts";
import { showConsent, showLogin, takeChoice, takeConsent } from "./login.ts";
import { Remembered } from "./logins.ts";
import { errorPage } from "./pages/error-page.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { type PortalContext, noted } from "./portal-context.ts";
import { portalEntityId } from "./saml/names.ts";
import { MessageRefused } from "./saml/refusal.ts";
import { signed } from "./saml/signing.ts";
import type { ServiceProvider } from "./service-providers.ts";

export interface PortalOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** The register of residents and the records of authenticators. */
  readonly world: World;
  readonly serviceProviders: readonly ServiceProvider[];
  /** Another means to log in with, asked by SAML. */
  readonly identityProvider?: RegisteredIdentityProvider;
  /** Keeps the portal's certificates over a restart. */
  readonly stateFile?: string;
  readonly clock?: () => Date;
}

/** NIA's portal as a service provider sees it. */
export interface Portal {
  readonly url: string;
  readonly entityId: string;
  /** Single sign-on and logout. */
  readonly endpoint: string;
  readonly metadataUrl: string;
  /** PEMs to pin: the authority that issues the portal's certificates, and the root above it. */
  readonly authorities: readonly string[];
  /** Whom the portal's certificates name. */
  readonly organization: string;
  /** The portal as a service provider: what an identity provider registers. */
  readonly hub: { readonly entityId: string; readonly metadata: string };
  close(): Promise<void>;
}

const METADATA = "/FPSTS/FederationMetadata/2007-06/FederationMetadata.xml";
const ENDPOINT = "/FPSTS/saml2/basic";
const HUB = "/FPSTS/saml2/hub";
const HUB_CONSUMER = `${HUB}/acs`;
const HUB_LOGOUT = `${HUB}/slo`;

/** Starts the portal on http://127.0.0.1: another site than the product's http://localhost. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const keys = await openKeyRing(options.stateFile);
  const trouble = new PortalTrouble();
  const clock = options.clock ?? (() => new Date());
  const stranger = await selfSigned({ commonName: "Somebody else" });
  let context: PortalContext | undefined;
  const server = await serve(async (request, response) => {
    if (context === undefined) return send(response, 503, "text/plain", "Starting\n");
    const url = new URL(request.url ?? "/", context.url);
    return answerExchange(context, { request, response, url });
  }, options.port);
  const { url } = server;
  context = {
    url,
    endpoint: url + ENDPOINT,
    now: () => new Date(clock().getTime() + trouble.clockSeconds * 1000),
    world: options.world,
    keys,
    stranger,
    serviceProviders: options.serviceProviders,
    logins: new Remembered(),
    sessions: new Remembered(),
    hub: hubOf(url, options.identityProvider),
    trouble,
    received: new ReceivedMessages(),
    last: undefined,
  };
  const { authority, root } = keys.keys;
  return {
    ...server,
    entityId: portalEntityId,
    endpoint: context.endpoint,
    metadataUrl: url + METADATA,
    authorities: [authority.certificatePem, root.certificatePem],
    organization: portalOrganization,
    hub: { entityId: url + HUB, metadata: hubMetadata(keys.keys, hubAddresses(url)) },
  };
}

const hubAddresses = (url: string) => ({
  entityId: url + HUB,
  consumer: url + HUB_CONSUMER,
  logoutService: url + HUB_LOGOUT,
});

const hubOf = (url: string, identityProvider: RegisteredIdentityProvider | undefined): Hub | undefined =>
  identityProvider && {
    identityProvider,
    ...hubAddresses(url),
    questions: new Remembered(),
    logouts: new Remembered(),
    binding: "post",
  };

/** A page that is there only while an identity provider is registered. */
const ofHub =
  (page: (context: PortalContext, exchange: Exchange, hub: Hub) => Promise<void>): Page =>
  (context, exchange) =>
    context.hub === undefined ? notFound(exchange) : page(context, exchange, context.hub);

type Page = (context: PortalContext, exchange: Exchange) => void | Promise<void>;

const pages: Readonly<Record<string, Page>> = {
  [`GET ${ENDPOINT}`]: takeRequest,
  [`POST ${ENDPOINT}`]: takeRequest,
  [`GET ${METADATA}`]: sendMetadata,
  [`POST ${HUB_CONSUMER}`]: ofHub(takeHubAnswer),
  [`POST ${HUB_LOGOUT}`]: ofHub(takeHubLogout),
  "GET /FPSTS/login": showLogin,
  "POST /FPSTS/login": takeChoice,
  "GET /FPSTS/consent": showConsent,
  "POST /FPSTS/consent": takeConsent,
  [`GET ${postScriptPath}`]: (_context, { response }) => send(response, 200, "text/javascript", postScript),
  "GET /": (context, exchange) => sendPage(exchange, 200, overviewPage(context, context.url + METADATA)),
};

/** What is wrong with a message ends on the portal's own page: who sent it is told nothing. */
async function answerExchange(context: PortalContext, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  const name = `${request.method} ${url.pathname}`;
  if (url.pathname.startsWith("/_sim/")) return answerControl(context, exchange, name);
  if (context.trouble.outage && url.pathname !== "/") {
    return send(response, 503, "text/html", "<h1>Service Unavailable</h1>");
  }
  const page = pages[name];
  if (page === undefined) return notFound(exchange);
  try {
    await page(context, exchange);
  } catch (error) {
    if (!(error instanceof MessageRefused)) throw error;
    const activityId = randomUUID();
    noted(context, { what: "refused", reason: error.message, activityId });
    sendPage(exchange, 400, errorPage(activityId));
  }
}

const notFound = ({ response }: Exchange): void => send(response, 404, "text/plain", "Not found\n");

function sendMetadata({ keys, endpoint }: PortalContext, { response }: Exchange): void {
  const metadata = signed(portalMetadata(keys.keys, endpoint), keys.signer);
  send(response, 200, "application/samlmetadata+xml", metadata);
}

async function answerControl(
  context: PortalContext,
  { request, response }: Exchange,
  name: string,
): Promise<void> {
  if (request.headers["sec-fetch-site"] === "cross-site") {
    return sendJson(response, 403, { error: "Another site" });
  }
  const body = (await readBody(request, 6_000_000)).toString("utf8");
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  const { status, value } = await control(context, name, isForm ? formFields(body) : parsedJson(body));
  if (isForm && status === 200) return send(response, 303, "text/plain", "", { location: "/" });
  return sendJson(response, status, value);
}

const formFields = (body: string): unknown => Object.fromEntries(new URLSearchParams(body));

function parsedJson(text: string): unknown {
  try {
    return text === "" ? {} : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
