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

// Wide, for an office or a mobile network may share one address; what is narrower the functions count themselves.
const rateRule = (
  priority: number,
  name: string,
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): Rule => ({
  name,
  priority,
  action: { block: {} },
  statement: {
    rateBasedStatement: {
      aggregateKeyType: "IP",
      limit,
      evaluationWindowSec: 300,
      ...(scopeDownStatement === undefined ? {} : { scopeDownStatement }),
    },
  },
  visibilityConfig: visible(name),
});

/** What changes or costs something: logins, registrations, PINs and all the rest that is sent. */
const posts: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: "EXACTLY",
    searchString: "POST",
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};

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
        rateRule(0, "RatePerAddress", 2000),
        rateRule(1, "PostsPerAddress", 500, posts),
        managed(2, "AWSManagedRulesAmazonIpReputationList"),
        managed(3, "AWSManagedRulesCommonRuleSet", ["SizeRestrictions_BODY"]),
        sizeRule(4),
        managed(5, "AWSManagedRulesKnownBadInputsRuleSet"),
      ],
    });
    this.webAclArn = webAcl.attrArn;
  }
}
