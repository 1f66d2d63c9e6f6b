import type { RoutesOf } from "../route.ts";
import * as government from "../schemas/government-service.ts";
import * as key from "../schemas/security-key.ts";
import * as outage from "../schemas/outage.ts";
import * as service from "../schemas/service.ts";

// prettier-ignore
/** What anyone may read. */
export const publicRoutes = {
  health: { method: "GET", path: "/api/health", fn: "public-api", access: "public", summary: "Whether the service answers", status: 200, response: service.health },
  serviceInformation: { method: "GET", path: "/api/service", fn: "public-api", access: "public", summary: "The provider, its helpdesk and the map of offices", status: 200, response: service.serviceInformation, cache: { browser: 0, edge: 60 } },
  outage: { method: "GET", path: "/api/outage", fn: "public-api", access: "public", summary: "What everybody is to be told of an outage, before it and during it", status: 200, response: outage.outage, cache: { browser: 0, edge: 30 } },
  certifiedKeys: { method: "GET", path: "/api/certified-keys", fn: "public-api", access: "public", summary: "Models of security keys that can be linked", status: 200, response: key.certifiedKeys, cache: { browser: 300, edge: 3600 } },
  keyPicture: { method: "GET", path: "/api/certified-keys/pictures/{picture}", fn: "public-api", access: "public", summary: "The picture of a model, by the name that the model gives", params: key.byPicture, status: 200, mediaType: "image/*", cache: { browser: 31_536_000, edge: 31_536_000, immutable: true } },
  governmentServices: { method: "GET", path: "/api/government-services", fn: "public-api", access: "public", summary: "Government services that a linked account logs in to", status: 200, response: government.governmentServices, cache: { browser: 300, edge: 300 } },
} as const satisfies RoutesOf<"public-api">;
