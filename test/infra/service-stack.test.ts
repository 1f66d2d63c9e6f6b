import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import type { Route } from "../../lambdas/contract/route.ts";
import { routes } from "../../lambdas/contract/routes.ts";
import { type VariableName, functionVariables } from "../../lambdas/env.ts";
import { metricDimensions, metricNamespace, niaMetrics } from "../../lambdas/metric-names.ts";
import { allEntries } from "../../lib/bundle.ts";
import { constructName } from "../../lib/functions.ts";
import { templatesOf } from "./support/synthesis.ts";

const { service } = templatesOf("prod");
/** Those of the host for certificates are in another gateway, where a stage has one. */
const contractRoutes = Object.values(routes).filter(({ access }) => access !== "certificate");
const functions = service.findResources("AWS::Lambda::Function");
const functionOf = (name: string) =>
  Object.entries(functions).find(([id]) => new RegExp(`^${name}[0-9A-F]{8}$`).test(id))?.[1];

describe("functions", () => {
  it("are those of the environment table and no others", () => {
    expect(Object.keys(functions)).toHaveLength(allEntries.length);
  });

  it.each(allEntries)("%s has the defaults of the house and exactly its variables", (entry) => {
    const fn = functionOf(constructName(entry));
    expect(fn?.["Properties"]).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      TracingConfig: { Mode: "Active" },
      LoggingConfig: { LogFormat: "JSON", LogGroup: { Ref: expect.stringMatching(/Log/) } },
    });
    const variables: readonly VariableName[] = functionVariables[entry];
    const ofLibraries = ["POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_SERVICE_NAME"];
    expect(Object.keys(fn?.["Properties"].Environment.Variables).toSorted()).toEqual(
      [...variables, ...ofLibraries].toSorted(),
    );
  });

  it.each(allEntries)("%s has its permissions before anything calls it", (entry) => {
    const fn = functionOf(constructName(entry));
    expect(fn?.["DependsOn"]).toContainEqual(expect.stringMatching(/RoleDefaultPolicy/));
  });

  it("keep their logs for a while, not for ever", () => {
    service.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 365 });
  });
});

describe("the API", () => {
  const found = Object.values(service.findResources("AWS::ApiGatewayV2::Route"));

  it("has the routes of the contract, each to its function", () => {
    const integrations = service.findResources("AWS::ApiGatewayV2::Integration");
    const target = (route: { Properties: { Target: { "Fn::Join": [string, [string, { Ref: string }]] } } }) =>
      integrations[route.Properties.Target["Fn::Join"][1][1].Ref]?.["Properties"].IntegrationUri[
        "Fn::GetAtt"
      ][0];
    const synthesised = found.map((route) => `${route["Properties"].RouteKey} ${target(route as never)}`);
    const contract = contractRoutes.map(
      ({ method, path, fn }) => `${method} ${path} ${constructName(`http/${fn}`)}`,
    );
    expect(synthesised.map((line) => line.replace(/[0-9A-F]{8}$/, "")).toSorted()).toEqual(
      contract.toSorted(),
    );
  });

  it("limits the rate and logs each request, without addresses, queries and headers", () => {
    service.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      StageName: "$default",
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
      AccessLogSettings: { Format: Match.not(Match.stringLikeRegexp("identity|path|query|header")) },
    });
  });

  it("leaves room beside each route that anyone may call and that costs, and names it when it is there", () => {
    const [stage] = Object.values(service.findResources("AWS::ApiGatewayV2::Stage"));
    const settings = stage?.["Properties"].RouteSettings as Record<string, object>;
    const { method, path } = routes.login;
    expect(settings[`${method} ${path}`]).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
    const costly = Object.values<Route>(routes).filter(({ access, limits }) => access === "public" && limits);
    expect(Object.keys(settings).toSorted()).toEqual(
      costly.map((route) => `${route.method} ${route.path}`).toSorted(),
    );
    const added = Object.keys(service.findResources("AWS::ApiGatewayV2::Route"));
    expect(stage?.["DependsOn"]).toEqual(expect.arrayContaining(added));
  });

  it("lets each function be called by one permission, so that no policy overflows", () => {
    const byGateway = { Properties: { Principal: "apigateway.amazonaws.com" } };
    const invoking = Object.values(service.findResources("AWS::Lambda::Permission", byGateway));
    expect(invoking).toHaveLength(new Set(contractRoutes.map(({ fn }) => fn)).size);
  });
});

describe("the workflows", () => {
  it.each(["AwaitRegistryData", "TellNia"])(
    "log errors without data, their text in the template: %s",
    (state) => {
      service.hasResourceProperties("AWS::StepFunctions::StateMachine", {
        LoggingConfiguration: { Level: "ERROR", IncludeExecutionData: false },
        TracingConfiguration: { Enabled: true },
        DefinitionString: Match.stringLikeRegexp(state),
        DefinitionSubstitutions: Match.objectLike({ LinkTasksArn: Match.anyValue() }),
      });
    },
  );
});

describe("the outbox", () => {
  const filter = (channels: string[]) => ({
    Filters: [
      {
        Pattern: JSON.stringify({
          eventName: ["INSERT"],
          dynamodb: { NewImage: { type: { S: ["outbox-item"] }, channel: { S: channels } } },
        }),
      },
    ],
  });

  it.each([
    ["messages", "DeliverMessages", ["mail", "sms", "phone-shared"]],
    ["workflows", "DeliverWorkflows", ["workflow"]],
  ])("delivers %s apart, gives up into a queue", (_what, target, channels) => {
    service.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      FunctionName: { Ref: Match.stringLikeRegexp(target) },
      FilterCriteria: filter(channels),
      StartingPosition: "TRIM_HORIZON",
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FunctionResponseTypes: Match.absent(),
    });
  });
});

describe("mail that came back", () => {
  it("is told to its function by the topic, and by nobody else", () => {
    service.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "lambda",
      Endpoint: { "Fn::GetAtt": [Match.stringLikeRegexp("^HandleMailFeedback"), "Arn"] },
    });
    const callers = Object.values(service.findResources("AWS::Lambda::Permission")).filter(({ Properties }) =>
      JSON.stringify(Properties.FunctionName).includes("HandleMailFeedback"),
    );
    expect(callers).toHaveLength(1);
    expect(callers[0]?.["Properties"]).toMatchObject({ Principal: "sns.amazonaws.com" });
    expect(JSON.stringify(callers[0]?.["Properties"].SourceArn)).toContain("MailFeedback");
  });
});

describe("schedules", () => {
  it.each([
    ["DeliverMessages", "rate(1 minute)", '{"sweep":true}'],
    ["DeliverWorkflows", "rate(1 minute)", '{"sweep":true}'],
    ["PollDataBox", "rate(10 minutes)", "{}"],
    ["RefreshMetadata", "rate(1 day)", "{}"],
    ["RefreshPortal", "rate(1 day)", "{}"],
    ["DeleteAccounts", "rate(1 minute)", "{}"],
    ["Reconcile", "rate(1 minute)", "{}"],
  ])("call %s at %s", (target, ScheduleExpression, Input) => {
    service.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression,
      State: "ENABLED",
      Target: { Arn: { "Fn::GetAtt": [Match.stringLikeRegexp(target), "Arn"] }, Input },
    });
  });
});

describe("alarms", () => {
  it("watch every function, both queues, the three workflows, the API, NIA and its portal, and tell someone", () => {
    const alarms = Object.values(service.findResources("AWS::CloudWatch::Alarm"));
    expect(alarms).toHaveLength(allEntries.length + 10);
    for (const alarm of alarms) expect(alarm["Properties"].AlarmActions).toHaveLength(1);
  });

  it.each([
    [niaMetrics.keyTrouble, "Sum", 1],
    [niaMetrics.clockDistanceMilliseconds, "Maximum", 150_000],
  ])("count %s where the function of NIA tells it", (MetricName, Statistic, Threshold) => {
    service.hasResourceProperties("AWS::CloudWatch::Alarm", {
      Namespace: metricNamespace,
      Dimensions: Object.entries(metricDimensions).map(([Name, Value]) => ({ Name, Value })),
      MetricName,
      Statistic,
      Threshold,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
    });
  });
});
