import { describe, expect, it } from "vitest";
import { allEntries } from "../../lib/bundle.ts";
import { constructName } from "../../lib/functions.ts";
import { actionsIn, grantsByRole } from "./support/policies.ts";
import { templatesOf } from "./support/synthesis.ts";

const { service } = templatesOf("prod");
const grants = grantsByRole(service);

const always = ["logs:CreateLogStream own log", "logs:PutLogEvents own log"].concat(
  ["PutTelemetryRecords", "PutTraceSegments"].map((action) => `xray:${action} *`),
);
const records = ["ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query"]
  .map((action) => `dynamodb:${action} accounts`)
  .concat("dynamodb:PutItem audit");
const waiting = "dynamodb:Query accounts by-state";
const stream = ["DescribeStream", "GetRecords", "GetShardIterator"]
  .map((action) => `dynamodb:${action} accounts stream`)
  .concat(["GetQueueAttributes", "GetQueueUrl", "SendMessage"].map((action) => `sqs:${action} dead letters`));
const models = ["dynamodb:GetItem catalogue", "dynamodb:Query catalogue"];
const limited = "dynamodb:UpdateItem limits";
const secret = (name: string) => `secretsmanager:GetSecretValue ${name}`;

const expected: Record<string, string[]> = {
  PublicApi: models,
  AccountsApi: [...records, limited, secret("pin key")],
  SessionApi: [...records, limited, secret("pin key")],
  MeApi: [...records, limited, "dynamodb:Query audit", "dynamodb:Query audit by-kind", secret("pin key")],
  KeysApi: [...records, limited, ...models],
  LinkApi: [...records, limited, ...models],
  DocumentApi: [...records, limited],
  IdentityProviderApi: [...records, limited, secret("identity provider key")],
  CertificatesApi: [...records, limited],
  CertificateLogin: records,
  ServiceProviderApi: [...records, limited, ...models, secret("service provider key")],
  OperatorApi: [...records, limited, ...models],
  HelpdeskApi: [...records, limited, "dynamodb:Query audit", "dynamodb:Query audit by-kind"],
  CaseworkApi: [
    ...records,
    limited,
    waiting,
    ...models,
    "dynamodb:PutItem catalogue",
    "dynamodb:Query audit",
    "dynamodb:Query audit by-day",
    "dynamodb:Query audit by-operator",
    "s3:GetObject scans reset-forms/*",
    "s3:PutObject scans reset-forms/*",
  ],
  LinkTasks: records,
  NiaTasks: [...records, waiting, ...models, secret("nia key")],
  DeliverMessages: [
    ...records,
    limited,
    ...stream,
    waiting,
    secret("pin key"),
    "ses:SendEmail configuration set",
    "ses:SendEmail identity",
    'sns:Publish not "arn:aws:sns:*:*:*"',
  ],
  HandleMailFeedback: records,
  DeliverWorkflows: [
    ...records,
    ...stream,
    waiting,
    "states:SendTaskSuccess link machine",
    "states:StartExecution link machine",
    "states:StartExecution unlink machine",
  ],
  DeleteAccounts: [...records, waiting],
  PollDataBox: [
    ...records,
    waiting,
    secret("data box login"),
    "s3:GetObject archive data-box/*",
    "s3:PutObject archive data-box/*",
  ],
  RefreshMetadata: [
    ...records,
    ...models,
    ...["BatchWriteItem", "DeleteItem", "PutItem"].map((action) => `dynamodb:${action} catalogue`),
    "s3:PutObject archive fido-metadata/*",
  ],
  RefreshPortal: [...records, ...models, "dynamodb:PutItem catalogue"],
  ReviewModels: [...records, ...models, waiting],
  Reconcile: [
    ...records,
    waiting,
    "states:DescribeExecution link executions",
    "states:DescribeExecution unlink executions",
  ],
};

describe("permissions of the functions", () => {
  it.each(allEntries.map(constructName))("%s may do exactly this", (name) => {
    expect(grants[name]).toEqual([...always, ...(expected[name] ?? [])].toSorted());
  });

  it("are all said here, with those of the machine and the schedules", () => {
    const others = ["LinkAccountMachine", "Schedules", "SyncRegistryMachine", "UnlinkAccountMachine"];
    expect(Object.keys(grants).toSorted()).toEqual([...Object.keys(expected), ...others].toSorted());
  });

  it("let one function alone read the key known to NIA", () => {
    const holders = Object.entries(grants).filter(([, list]) => list.includes(secret("nia key")));
    expect(holders.map(([name]) => name)).toEqual(["NiaTasks"]);
  });

  it("let one function alone read the key that logins to services are signed with", () => {
    const holders = Object.entries(grants).filter(([, list]) =>
      list.includes(secret("identity provider key")),
    );
    expect(holders.map(([name]) => name)).toEqual(["IdentityProviderApi"]);
  });

  it("let nobody hand a token out and answer it", () => {
    const machines = [...(grants["LinkAccountMachine"] ?? []), ...(grants["UnlinkAccountMachine"] ?? [])];
    const tasks = machines.filter((grant) => grant.startsWith("lambda:")).join();
    const answering = Object.entries(grants).filter(([, list]) =>
      list.some((grant) => grant.includes("SendTask")),
    );
    expect(tasks).toMatch(/LinkTasks.*NiaTasks/);
    for (const [name] of answering) expect(tasks).not.toContain(name);
  });

  it("name no action by a pattern", () => {
    expect(actionsIn(service).filter((action) => action.includes("*"))).toEqual([]);
  });

  it("bring no managed policy", () => {
    for (const role of Object.values(service.findResources("AWS::IAM::Role"))) {
      expect(role["Properties"]).not.toHaveProperty("ManagedPolicyArns");
    }
  });
});
