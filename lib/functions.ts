import type { Construct } from "constructs";
import type { FunctionEntry } from "../lambdas/env.ts";
import { functionName } from "./bundle.ts";
import type { EnvironmentValues } from "./environment.ts";
import { ServiceFunction } from "./service-function.ts";
import type { Settings } from "./settings.ts";

export type Functions = Record<FunctionEntry, ServiceFunction>;

/** `http/me-api` → `MeApi`. */
export const constructName = (entry: FunctionEntry): string =>
  functionName(entry)
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** Every function, one per set of permissions; they get these from `grantPermissions`. */
export const makeFunctions = (
  scope: Construct,
  props: { settings: Settings; values: EnvironmentValues; folders: ReadonlyMap<FunctionEntry, string> },
): Functions =>
  Object.fromEntries(
    [...props.folders].map(([entry, folder]) => [
      entry,
      new ServiceFunction(scope, constructName(entry), { ...props, entry, folder }),
    ]),
  ) as Functions;
