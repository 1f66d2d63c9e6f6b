import { SFNClient } from "@aws-sdk/client-sfn";
import { makeWorkflows } from "../adapters/step-functions/workflows.ts";
import { readEnv } from "../env.ts";

export const workflows = () => {
  const { LINK_MACHINE_ARN, UNLINK_MACHINE_ARN } = readEnv("LINK_MACHINE_ARN", "UNLINK_MACHINE_ARN");
  return makeWorkflows(new SFNClient({}), {
    "link-account": LINK_MACHINE_ARN,
    "unlink-account": UNLINK_MACHINE_ARN,
  });
};
