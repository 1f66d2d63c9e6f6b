import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { arguePattern } from "./nag.ts";

/** Lets the grantee do these actions, each named in full, on these resources. */
export const allow = (grantee: IGrantable, actions: string[], resourceArns: string[]): void => {
  Grant.addToPrincipal({ grantee, actions, resourceArns }).assertSuccess();
};

/** The same on resources that only a pattern can name, which takes a reason. */
export const allowPattern = (
  grantee: IGrantable,
  actions: string[],
  arn: string,
  { because }: { because: string },
): void => {
  allow(grantee, actions, [arn]);
  if (Construct.isConstruct(grantee.grantPrincipal)) arguePattern(grantee.grantPrincipal, arn, because);
};
