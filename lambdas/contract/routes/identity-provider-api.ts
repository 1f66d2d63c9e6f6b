import type { RoutesOf } from "../route.ts";
import { byId } from "../schemas/common.ts";
import * as login from "../schemas/service-login.ts";

// prettier-ignore
/** Logging in to government services: NIA asks, and a browser carries question and answer. */
export const identityProviderRoutes = {
  identityProviderMetadata: { method: "GET", path: "/saml/idp/metadata", fn: "identity-provider-api", access: "public", limits: ["service-logins-from-address"], summary: "SAML metadata of the identity provider, signed", status: 200, mediaType: "application/samlmetadata+xml", cache: { browser: 0, edge: 300 } },
  receiveLoginByRedirect: { method: "GET", path: "/saml/idp/sso", fn: "identity-provider-api", access: "saml", ticket: "service-login", limits: ["service-logins-from-address"], summary: "A request to log a user in, by a link", status: 303 },
  receiveLoginByPost: { method: "POST", path: "/saml/idp/sso", fn: "identity-provider-api", access: "saml", ticket: "service-login", limits: ["service-logins-from-address"], summary: "A request to log a user in, by a form", status: 303 },
  serviceLogin: { method: "GET", path: "/api/service-logins/{id}", fn: "identity-provider-api", access: "public", ticket: "service-login", limits: ["service-logins-from-address"], summary: "What a government service asks for, to the browser that brought it", params: byId, status: 200, response: login.serviceLogin },
  serviceLoginStanding: { method: "GET", path: "/api/service-logins/{id}/standing", fn: "identity-provider-api", access: "session", ticket: "service-login", summary: "How far the account that is logged in has come with it", params: byId, status: 200, response: login.standing },
  answerServiceLogin: { method: "POST", path: "/saml/idp/logins/{id}/answer", fn: "identity-provider-api", access: "password-session", ticket: "service-login", limits: ["confirmations-of-account"], summary: "Log in there; the browser carries the answer", params: byId, body: login.agreement, form: true, status: 200, mediaType: "text/html" },
  refuseServiceLogin: { method: "POST", path: "/saml/idp/logins/{id}/refusal", fn: "identity-provider-api", access: "public", ticket: "service-login", limits: ["service-logins-from-address"], summary: "Go back without a login; the browser carries the answer", params: byId, body: login.refusal, form: true, status: 200, mediaType: "text/html" },
  logOutEverywhere: { method: "POST", path: "/saml/idp/logout", fn: "identity-provider-api", access: "session", ticket: "portal", summary: "Log out here, then let the browser tell NIA", status: 200, mediaType: "text/html" },
  receiveLogoutByRedirect: { method: "GET", path: "/saml/idp/slo", fn: "identity-provider-api", access: "saml", limits: ["service-logins-from-address"], summary: "A request to log a user out, or the answer to one of ours, by a link", status: 200, mediaType: "text/html" },
  receiveLogoutByPost: { method: "POST", path: "/saml/idp/slo", fn: "identity-provider-api", access: "saml", limits: ["service-logins-from-address"], summary: "A request to log a user out, or the answer to one of ours, by a form", status: 200, mediaType: "text/html" },
} as const satisfies RoutesOf<"identity-provider-api">;
