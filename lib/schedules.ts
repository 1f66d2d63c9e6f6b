import type { Duration } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { allow } from "./grant.ts";
import { Workflow } from "./workflow.ts";

export interface Recurring {
  target: IFunction | Workflow;
  every: Duration;
  /** What it is told; nothing when left out. */
  input?: Record<string, unknown>;
}

/** What recurs. A run that fails is not repeated: the next one does the same work. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, recurring: Record<string, Recurring>) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    for (const [name, { target, every, input = {} }] of Object.entries(recurring)) {
      const isWorkflow = target instanceof Workflow;
      const arn = isWorkflow ? target.arn : target.functionArn;
      if (isWorkflow) target.grantStart(role);
      else allow(role, ["lambda:InvokeFunction"], [arn]);
      new Schedule(this, name, {
        schedule: ScheduleExpression.rate(every),
        target: {
          bind: () => ({
            arn,
            role,
            input: ScheduleTargetInput.fromObject(input),
            retryPolicy: { maximumRetryAttempts: 0 },
          }),
        },
      });
    }
  }
}
