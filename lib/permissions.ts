import type { FunctionEntry } from "../lambdas/env.ts";
import type { DataStack } from "./data-stack.ts";
import { grantSms } from "./mail.ts";
import type { ServiceFunction } from "./service-function.ts";
import type { LinkWorkflow } from "./workflow.ts";

/** Who may do what, function by function: each line is a promise that a test reads in the template. */
export const grantPermissions = (
  fn: Record<FunctionEntry, ServiceFunction>,
  { accounts, audit, catalogue, archive, mail, ...secrets }: DataStack,
  workflow: LinkWorkflow,
): void => {
  const keepsRecords: FunctionEntry[] = [
    "http/accounts-api",
    "http/session-api",
    "http/me-api",
    "http/link-api",
    "tasks/link-tasks",
    "tasks/nia-tasks",
    "events/deliver-messages",
    "events/deliver-workflows",
    "events/poll-data-box",
    "events/reconcile",
  ];
  for (const entry of keepsRecords) {
    accounts.grantRead(fn[entry]);
    accounts.grantCommit(fn[entry]);
    audit.grantAppend(fn[entry]);
  }

  catalogue.grantRead(fn["http/public-api"]);
  secrets.pinKey.grantRead(fn["http/accounts-api"]);

  catalogue.grantRead(fn["http/me-api"]);
  secrets.pinKey.grantRead(fn["http/me-api"]);
  audit.grantRead(fn["http/me-api"]);

  secrets.niaKey.grantRead(fn["tasks/nia-tasks"]);

  accounts.grantWaiting(fn["events/deliver-messages"]);
  secrets.pinKey.grantRead(fn["events/deliver-messages"]);
  mail.grantSend(fn["events/deliver-messages"]);
  grantSms(fn["events/deliver-messages"]);

  accounts.grantWaiting(fn["events/deliver-workflows"]);
  workflow.grantStart(fn["events/deliver-workflows"]);
  workflow.grantResume(fn["events/deliver-workflows"]);

  accounts.grantWaiting(fn["events/poll-data-box"]);
  archive.grantMessages(fn["events/poll-data-box"]);
  secrets.dataBoxLogin.grantRead(fn["events/poll-data-box"]);

  catalogue.grantReplace(fn["events/refresh-metadata"]);
  archive.grantMetadata(fn["events/refresh-metadata"]);
  audit.grantAppend(fn["events/refresh-metadata"]);

  accounts.grantWaiting(fn["events/reconcile"]);
  workflow.grantInspect(fn["events/reconcile"]);
};
