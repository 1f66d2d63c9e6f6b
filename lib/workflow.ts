import { ArnFormat, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { Metric, MetricOptions } from "aws-cdk-lib/aws-cloudwatch";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { readDefinition, withNiaRetry } from "./definition.ts";
import { allow, allowPattern } from "./grant.ts";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";

export interface WorkflowProps {
  /** The name of its file. */
  definition: "link-account" | "unlink-account" | "sync-registry";
  linkTasks: IFunction;
  niaTasks: IFunction;
  settings: Settings;
  /** For how many seconds a call to NIA is repeated; as the file says when left out. */
  niaRetry?: number;
}

/** A state machine that works through the functions of tasks. */
export class Workflow extends Construct {
  readonly #machine: StateMachine;

  constructor(
    scope: Construct,
    id: string,
    { definition, linkTasks, niaTasks, settings, niaRetry }: WorkflowProps,
  ) {
    super(scope, id);
    const written = readDefinition(definition);
    const text = niaRetry === undefined ? written : withNiaRetry(written, niaRetry);
    const functions = Object.entries({ LinkTasksArn: linkTasks, NiaTasksArn: niaTasks }).filter(([name]) =>
      text.includes(`\${${name}}`),
    );
    const destination = new LogGroup(this, "Log", {
      retention: settings.resources.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#machine = new StateMachine(this, "Machine", {
      definitionBody: DefinitionBody.fromString(text),
      definitionSubstitutions: Object.fromEntries(functions.map(([name, fn]) => [name, fn.functionArn])),
      logs: { destination, level: LogLevel.ERROR, includeExecutionData: false },
      tracingEnabled: true,
    });
    // A definition given as text brings no permissions of its own.
    allow(
      this.#machine,
      ["lambda:InvokeFunction"],
      functions.map(([, fn]) => fn.functionArn),
    );
    argue(this.#machine, {
      SF1: "Errors are enough: what it works on is in the table, and histories are kept for 90 days.",
      "IAM5[Resource::*]": "Log deliveries and X-Ray know no resources.",
    });
  }

  get arn(): string {
    return this.#machine.stateMachineArn;
  }

  metricSucceeded(options: MetricOptions): Metric {
    return this.#machine.metricSucceeded(options);
  }

  metricFailed(): Metric {
    return this.#machine.metricFailed();
  }

  grantStart(grantee: IGrantable): void {
    allow(grantee, ["states:StartExecution"], [this.arn]);
  }

  /** Whoever resumes must not be a task of the machine: what hands a token out never answers it. */
  grantResume(grantee: IGrantable): void {
    allow(grantee, ["states:SendTaskSuccess"], [this.arn]);
  }

  grantInspect(grantee: IGrantable): void {
    const executions = Stack.of(this).formatArn({
      service: "states",
      resource: "execution",
      resourceName: `${this.#machine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    allowPattern(grantee, ["states:DescribeExecution"], executions, {
      because: "Every execution of this one machine, each named after what it works on.",
    });
  }
}
