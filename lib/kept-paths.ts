import type { Route } from "../lambdas/contract/route.ts";
import { routes } from "../lambdas/contract/routes.ts";

/** The contract's paths whose answers may be kept, as CloudFront's patterns. */
export const keptPaths = (): string[] =>
  Object.values<Route>(routes)
    .filter(({ cache }) => cache !== undefined)
    .map(({ path }) => path.replaceAll(/\{\w+\}/g, "*"));
