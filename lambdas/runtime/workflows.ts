import { SFNClient } from "@aws-sdk/client-sfn";
import { makeWorkflows } from "../adapters/step-functions/workflows.ts";
import { readEnv } from "../env.ts";

export const workflows = () =>
  makeWorkflows(new SFNClient({}), readEnv("STATE_MACHINE_ARN").STATE_MACHINE_ARN);
