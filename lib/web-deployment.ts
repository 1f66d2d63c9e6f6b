import { DefaultStackSynthesizer, Duration, Stack } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { argue, arguePattern } from "./nag.ts";

const managedPolicy = "arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/** Copies the built web app into its bucket, and has CloudFront forget the old one. */
export const deployWebApp = (
  scope: Construct,
  { folder, bucket, distribution }: { folder: string; bucket: IBucket; distribution: IDistribution },
): void => {
  new BucketDeployment(scope, "Deployment", {
    sources: [Source.asset(folder)],
    destinationBucket: bucket,
    distribution,
    cacheControl: [CacheControl.maxAge(Duration.minutes(5))],
  });
  arguePublisher(Stack.of(scope), bucket);
};

// The function that copies is CDK's own, one a stack: neither its role nor its runtime can be chosen.
const arguePublisher = (stack: Stack, bucket: IBucket): void => {
  const publisher = stack.node.children.find((child) =>
    child.node.id.startsWith("Custom::CDKBucketDeployment"),
  );
  if (publisher === undefined) throw new Error("BucketDeployment has no function");
  const reason = "CDK's own function, which runs during a deployment only, on this bucket and the assets.";
  const assetsBucket = `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${stack.account}-${stack.region}`;
  const actions = ["GetObject", "GetBucket", "List", "DeleteObject", "Abort"].map(
    (action) => `IAM5[Action::s3:${action}*]`,
  );
  const findings = ["L1", `IAM4[Policy::${managedPolicy}]`, ...actions, "IAM5[Resource::*]"];
  arguePattern(publisher, `arn:${stack.partition}:s3:::${assetsBucket}/*`, reason);
  arguePattern(publisher, bucket.arnForObjects("*"), reason);
  argue(publisher, Object.fromEntries(findings.map((finding) => [finding, reason])));
};
