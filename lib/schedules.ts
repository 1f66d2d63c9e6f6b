import type { Duration } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { allow } from "./grant.ts";

export interface Recurring {
  target: IFunction;
  every: Duration;
  /** What the function is told; nothing when left out. */
  input?: Record<string, unknown>;
}

/** What recurs. A run that fails is not repeated: the next one does the same work. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, recurring: Record<string, Recurring>) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    for (const [name, { target, every, input = {} }] of Object.entries(recurring)) {
      allow(role, ["lambda:InvokeFunction"], [target.functionArn]);
      new Schedule(this, name, {
        schedule: ScheduleExpression.rate(every),
        target: {
          bind: () => ({
            arn: target.functionArn,
            role,
            input: ScheduleTargetInput.fromObject(input),
            retryPolicy: { maximumRetryAttempts: 0 },
          }),
        },
      });
    }
  }
}
