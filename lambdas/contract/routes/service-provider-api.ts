import type { RoutesOf } from "../route.ts";
import { byId } from "../schemas/common.ts";
import * as portal from "../schemas/portal.ts";

// prettier-ignore
/** To NIA's portal and back: the service as its SAML service provider. */
export const serviceProviderRoutes = {
  openPortalLogin: { method: "POST", path: "/api/me/nia/verifications/{id}/portal-login", fn: "service-provider-api", access: "confirmed:link", ticket: "portal", limits: ["portal-logins-of-account"], summary: "Let this browser go to NIA's portal for a verification", params: byId, status: 201, response: portal.portalLogin },
  askPortal: { method: "GET", path: "/saml/sp/login", fn: "service-provider-api", access: "saml", ticket: "portal", limits: ["portal-visits-from-address"], summary: "The page that takes the browser to NIA's portal, once", status: 200, mediaType: "text/html" },
  takePortalAnswer: { method: "POST", path: "/saml/acs", fn: "service-provider-api", access: "saml", ticket: "portal", limits: ["portal-visits-from-address"], summary: "The assertion consumer: an answer of NIA's portal", body: portal.portalAnswer, status: 303 },
  leavePortal: { method: "POST", path: "/saml/sp/logout", fn: "service-provider-api", access: "saml", ticket: "portal", limits: ["portal-visits-from-address"], summary: "The browser comes from the logout at NIA's portal", body: portal.portalAnswer, status: 303 },
  serviceProviderMetadata: { method: "GET", path: "/saml/sp/metadata", fn: "service-provider-api", access: "public", summary: "Our signed metadata as a service provider", status: 200, mediaType: "application/samlmetadata+xml", cache: { browser: 300, edge: 3600 } },
} as const satisfies RoutesOf<"service-provider-api">;
