import type { Route } from "./route.ts";
import { accountsRoutes } from "./routes/accounts-api.ts";
import { caseworkRoutes } from "./routes/casework-api.ts";
import { certificateLoginRoutes } from "./routes/certificate-login.ts";
import { certificatesRoutes } from "./routes/certificates-api.ts";
import { documentRoutes } from "./routes/document-api.ts";
import { helpdeskRoutes } from "./routes/helpdesk-api.ts";
import { identityProviderRoutes } from "./routes/identity-provider-api.ts";
import { keysRoutes } from "./routes/keys-api.ts";
import { linkRoutes } from "./routes/link-api.ts";
import { meRoutes } from "./routes/me-api.ts";
import { operatorRoutes } from "./routes/operator-api.ts";
import { publicRoutes } from "./routes/public-api.ts";
import { serviceProviderRoutes } from "./routes/service-provider-api.ts";
import { sessionRoutes } from "./routes/session-api.ts";

/**
 * Every route of the API, by the function that answers it. Gateway, functions, OpenAPI and the web app's client are all
 * made from this table. A function imports its own routes alone, so that it starts without the schemas of the others.
 */
export const routes = {
  ...publicRoutes,
  ...accountsRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...keysRoutes,
  ...linkRoutes,
  ...documentRoutes,
  ...certificatesRoutes,
  ...serviceProviderRoutes,
  ...identityProviderRoutes,
  ...certificateLoginRoutes,
  ...operatorRoutes,
  ...helpdeskRoutes,
  ...caseworkRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
