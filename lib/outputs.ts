import { CfnOutput, type Stack } from "aws-cdk-lib";

/** Outputs of a stack, each under exactly its name. */
export const output = (stack: Stack, values: Record<string, string>): void => {
  for (const [name, value] of Object.entries(values)) {
    new CfnOutput(stack, `Output${name}`, { value }).overrideLogicalId(name);
  }
};
