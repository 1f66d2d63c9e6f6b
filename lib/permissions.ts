import { type FunctionEntry, type VariableName, functionVariables } from "../lambdas/env.ts";
import type { DataStack } from "./data-stack.ts";
import type { Functions } from "./functions.ts";
import { grantSms } from "./mail.ts";
import type { Workflow } from "./workflow.ts";

const declaring = (name: VariableName): FunctionEntry[] =>
  Object.entries<readonly VariableName[]>(functionVariables)
    .filter(([, names]) => names.includes(name))
    .map(([entry]) => entry as FunctionEntry);

interface Workflows {
  link: Workflow;
  unlink: Workflow;
}

/**
 * Who may do what. A function that is told of a table or a secret may read it, and what keeps records may commit them
 * with their audit events; all beyond that is named here. A test reads each function's actions in the template.
 */
export const grantPermissions = (fn: Functions, data: DataStack, { link, unlink }: Workflows): void => {
  const { accounts, audit, catalogue, archive } = data;
  for (const entry of declaring("ACCOUNTS_TABLE")) accounts.grantRead(fn[entry]);
  for (const entry of declaring("ACCOUNTS_TABLE")) accounts.grantCommit(fn[entry]);
  for (const entry of declaring("AUDIT_TABLE")) audit.grantAppend(fn[entry]);
  for (const entry of declaring("CATALOGUE_TABLE")) catalogue.grantRead(fn[entry]);
  for (const entry of declaring("LIMITS_TABLE")) data.limits.grantCount(fn[entry]);
  for (const entry of declaring("PIN_SECRET_ARN")) data.pinKey.grantRead(fn[entry]);
  for (const entry of declaring("NIA_SECRET_ARN")) data.niaKey.grantRead(fn[entry]);
  for (const entry of declaring("DATA_BOX_SECRET_ARN")) data.dataBoxLogin.grantRead(fn[entry]);
  for (const entry of declaring("SERVICE_PROVIDER_SECRET_ARN")) data.serviceProviderKey.grantRead(fn[entry]);
  for (const entry of declaring("IDENTITY_PROVIDER_SECRET_ARN"))
    data.identityProviderKey.grantRead(fn[entry]);

  audit.grantRead(fn["http/me-api"]);
  audit.grantRead(fn["http/helpdesk-api"]);

  accounts.grantWaiting(fn["http/casework-api"]);
  audit.grantSearch(fn["http/casework-api"]);
  catalogue.grantBanner(fn["http/casework-api"]);
  data.scans.grantUse(fn["http/casework-api"]);

  accounts.grantWaiting(fn["tasks/nia-tasks"]);

  accounts.grantWaiting(fn["events/deliver-messages"]);
  data.mail.grantSend(fn["events/deliver-messages"]);
  grantSms(fn["events/deliver-messages"]);

  accounts.grantWaiting(fn["events/deliver-workflows"]);
  for (const workflow of [link, unlink]) workflow.grantStart(fn["events/deliver-workflows"]);
  link.grantResume(fn["events/deliver-workflows"]);

  accounts.grantWaiting(fn["events/delete-accounts"]);

  accounts.grantWaiting(fn["events/poll-data-box"]);
  archive.grantMessages(fn["events/poll-data-box"]);

  catalogue.grantReplace(fn["events/refresh-metadata"]);
  archive.grantMetadata(fn["events/refresh-metadata"]);

  catalogue.grantPut(fn["events/refresh-portal"]);

  accounts.grantWaiting(fn["events/review-models"]);

  accounts.grantWaiting(fn["events/reconcile"]);
  for (const workflow of [link, unlink]) workflow.grantInspect(fn["events/reconcile"]);
};
