import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { FunctionEntry } from "../lambdas/env.ts";
import { functionName } from "./bundle.ts";
import { type EnvironmentValues, environmentOf } from "./environment.ts";
import { allow } from "./grant.ts";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";

interface Size {
  memory: number;
  seconds: number;
}

const usual: Size = { memory: 512, seconds: 50 };

// A task ends before its state's TimeoutSeconds does, so that its own error is what the machine sees.
const sizes: Partial<Record<FunctionEntry, Size>> = {
  "tasks/nia-tasks": { memory: 512, seconds: 110 },
  "events/poll-data-box": { memory: 1024, seconds: 300 },
  "events/refresh-metadata": { memory: 1024, seconds: 300 },
  "events/review-models": { memory: 1024, seconds: 300 },
};

const sizeOf = (entry: FunctionEntry): Size =>
  entry.startsWith("http/") ? { memory: 1024, seconds: 15 } : (sizes[entry] ?? usual);

export interface ServiceFunctionProps {
  entry: FunctionEntry;
  /** The folder of its bundle. */
  folder: string;
  settings: Settings;
  values: EnvironmentValues;
}

/** A function with the defaults of the house, and no permission but to write its log and its trace. */
export class ServiceFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, { entry, folder, settings, values }: ServiceFunctionProps) {
    const size = sizeOf(entry);
    const { architecture, logRetentionDays } = settings.resources;
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, id, {
      description: `nia-link ${functionName(entry)}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: architecture === "arm64" ? Architecture.ARM_64 : Architecture.X86_64,
      code: Code.fromAsset(folder),
      handler: "index.handler",
      memorySize: size.memory,
      timeout: Duration.seconds(size.seconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      environment: {
        ...environmentOf(entry, values),
        POWERTOOLS_SERVICE_NAME: functionName(entry),
        POWERTOOLS_METRICS_NAMESPACE: "nia-link",
      },
    });
    argue(role, { "IAM5[Resource::*]": "X-Ray knows no resources: traces are put, and can't be read." });
    allow(role, ["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.logGroupArn]);
  }
}
