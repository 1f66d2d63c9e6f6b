import { Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { routes } from "../lambdas/contract/routes.ts";

type Rule = CfnWebACL.RuleProperty;

const visible = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

const managed = (priority: number, name: string, count: string[] = []): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name,
      ruleActionOverrides: count.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: visible(name),
});

/** Where bodies may be above 8 KB: an attestation with its certificates, and a SAML response. */
const largeBodyPaths = [routes.addSecurityKey.path, "/saml/acs"];

const isPath = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "EXACTLY",
    searchString: path,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
});

const largeBody: CfnWebACL.StatementProperty = {
  sizeConstraintStatement: {
    fieldToMatch: { body: { oversizeHandling: "MATCH" } },
    comparisonOperator: "GT",
    size: 8192,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};

// Instead of the managed rule on size, which knows no exceptions and only counts here.
const sizeRule = (priority: number): Rule => ({
  name: "LargeBodies",
  priority,
  action: { block: {} },
  statement: {
    andStatement: {
      statements: [
        largeBody,
        {
          notStatement: {
            statement: { orStatement: { statements: largeBodyPaths.map((path) => isPath(path)) } },
          },
        },
      ],
    },
  },
  visibilityConfig: visible("LargeBodies"),
});

const rateRule = (priority: number): Rule => ({
  name: "RatePerAddress",
  priority,
  action: { block: {} },
  statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 2000, evaluationWindowSec: 300 } },
  visibilityConfig: visible("RatePerAddress"),
});

/** The firewall before CloudFront, which only us-east-1 can hold: WAF does not attach to an HTTP API. */
export class EdgeStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const webAcl = new CfnWebACL(this, "WebAcl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visible("nia-link"),
      rules: [
        rateRule(0),
        managed(1, "AWSManagedRulesAmazonIpReputationList"),
        managed(2, "AWSManagedRulesCommonRuleSet", ["SizeRestrictions_BODY"]),
        sizeRule(3),
        managed(4, "AWSManagedRulesKnownBadInputsRuleSet"),
      ],
    });
    this.webAclArn = webAcl.attrArn;
  }
}
