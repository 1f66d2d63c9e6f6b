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

/** What a browser carries from another site: messages with signatures and certificates inside. */
const samlPaths = (method: "GET" | "POST"): string[] =>
  Object.values(routes)
    .filter((route) => route.access === "saml" && route.method === method)
    .map(({ path }) => path);

const isPath = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "EXACTLY",
    searchString: path,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
});

interface Size {
  field: CfnWebACL.FieldToMatchProperty;
  /** Bytes. */
  limit: number;
  /** Where it may be more: two at least. */
  except: readonly string[];
}

// Instead of the managed rules on size, which know no exceptions and only count here.
const sizeRule = (priority: number, name: string, { field, limit, except }: Size): Rule => ({
  name,
  priority,
  action: { block: {} },
  statement: {
    andStatement: {
      statements: [
        {
          sizeConstraintStatement: {
            fieldToMatch: field,
            comparisonOperator: "GT",
            size: limit,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        },
        { notStatement: { statement: { orStatement: { statements: except.map((path) => isPath(path)) } } } },
      ],
    },
  },
  visibilityConfig: visible(name),
});

const largeBodies: Size = {
  field: { body: { oversizeHandling: "MATCH" } },
  limit: 8192,
  // an attestation has certificates too
  except: [routes.addSecurityKey.path, ...samlPaths("POST")],
};
const longQueries: Size = { field: { queryString: {} }, limit: 2048, except: samlPaths("GET") };

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
        managed(3, "AWSManagedRulesCommonRuleSet", ["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"]),
        sizeRule(4, "LargeBodies", largeBodies),
        sizeRule(5, "LongQueries", longQueries),
        managed(6, "AWSManagedRulesKnownBadInputsRuleSet"),
      ],
    });
    this.webAclArn = webAcl.attrArn;
  }
}
