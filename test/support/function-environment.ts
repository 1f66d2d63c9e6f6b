import { functionVariables, type FunctionEntry } from "../../lambdas/env.ts";
import { settingValues } from "../../lib/environment.ts";
import type { Settings } from "../../lib/settings.ts";

/** What a deployment would have made, by names that anyone can tell apart. */
const resources = {
  ACCOUNTS_TABLE: "accounts",
  AUDIT_TABLE: "audit",
  CATALOGUE_TABLE: "catalogue",
  ARCHIVE_BUCKET: "archive",
  SCANS_BUCKET: "scans",
  LIMITS_TABLE: "limits",
  LIMIT_KEY: "y".repeat(48),
  ORIGIN_SECRET: "x".repeat(48),
  PIN_SECRET_ARN: "pin",
  NIA_SECRET_ARN: "nia",
  DATA_BOX_SECRET_ARN: "data-box",
  SERVICE_PROVIDER_SECRET_ARN: "service-provider",
  IDENTITY_PROVIDER_SECRET_ARN: "identity-provider",
  LINK_MACHINE_ARN: "link-machine",
  UNLINK_MACHINE_ARN: "unlink-machine",
  MAIL_CONFIGURATION_SET: "configuration-set",
};

/** The variables that a function declares, each with a value that it accepts. */
export const functionEnvironment = (entry: FunctionEntry, settings: Settings): Record<string, string> => {
  const values: Record<string, string> = { ...settingValues(settings), ...resources };
  return Object.fromEntries(functionVariables[entry].map((name) => [name, values[name] ?? ""]));
};
