import { Match, Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import type { Route } from "../../lambdas/contract/route.ts";
import { routes } from "../../lambdas/contract/routes.ts";
import { synthesise } from "./support/synthesis.ts";

const stacks = synthesise("prod");
if (stacks.web === undefined) throw new Error("prod has no web stack");
const web = Template.fromStack(stacks.web);
const edge = Template.fromStack(stacks.edge);

describe("CloudFront", () => {
  it.each(["/api/*", "/saml/*"])("sends %s to the API, uncached and with the secret", (PathPattern) => {
    web.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: Match.objectLike({
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({ PathPattern, AllowedMethods: Match.arrayWith(["POST", "DELETE"]) }),
        ]),
        Origins: Match.arrayWith([
          Match.objectLike({
            OriginCustomHeaders: [
              {
                HeaderName: "x-origin-secret",
                HeaderValue: Match.objectLike({ "Fn::Join": Match.anyValue() }),
              },
            ],
            CustomOriginConfig: Match.objectLike({ OriginProtocolPolicy: "https-only" }),
          }),
        ]),
      }),
    });
  });

  it("keeps no answer of the API: a lifetime of zero, and whose it is in the key", () => {
    web.hasResourceProperties("AWS::CloudFront::CachePolicy", {
      CachePolicyConfig: Match.objectLike({
        DefaultTTL: 0,
        MinTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: Match.objectLike({
          CookiesConfig: { CookieBehavior: "all" },
          HeadersConfig: { HeaderBehavior: "whitelist", Headers: ["Authorization"] },
          QueryStringsConfig: { QueryStringBehavior: "all" },
        }),
      }),
    });
  });

  describe("keeps what everybody gets alike", () => {
    interface Behavior {
      PathPattern: string;
      AllowedMethods: string[];
      CachePolicyId: { Ref: string };
      OriginRequestPolicyId: { Ref: string };
    }
    const [distribution] = Object.values(web.findResources("AWS::CloudFront::Distribution"));
    const behaviors: Behavior[] = distribution?.["Properties"].DistributionConfig.CacheBehaviors;
    const fits = (pattern: string, path: string) =>
      new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "u").test(path);
    const behaviorOf = ({ path }: Route) =>
      behaviors.find(({ PathPattern }) => fits(PathPattern, path.replaceAll(/\{\w+\}/gu, "x")));
    const all = Object.entries<Route>(routes);

    it.each(all.filter(([, { cache }]) => cache !== undefined))("%s: for reading only", (_, route) => {
      const behavior = behaviorOf(route);
      expect(behavior?.CachePolicyId.Ref).toMatch(/^PublicCaching/u);
      expect(behavior?.OriginRequestPolicyId.Ref).toMatch(/^PublicForwarding/u);
      expect(behavior?.AllowedMethods).toEqual(["GET", "HEAD"]);
    });

    it("and no route beside them", () => {
      const others = all.filter(([, { cache }]) => cache === undefined);
      const policies = new Set(others.map(([, route]) => behaviorOf(route)?.CachePolicyId.Ref));
      expect([...policies]).toEqual([expect.stringMatching(/^ApiCaching/u)]);
    });

    it("compressed, once for all, and as long as the answer says", () => {
      web.hasResourceProperties("AWS::CloudFront::CachePolicy", {
        CachePolicyConfig: Match.objectLike({
          DefaultTTL: 0,
          MinTTL: 0,
          MaxTTL: 31_536_000,
          ParametersInCacheKeyAndForwardedToOrigin: {
            EnableAcceptEncodingBrotli: true,
            EnableAcceptEncodingGzip: true,
            CookiesConfig: { CookieBehavior: "none" },
            HeadersConfig: { HeaderBehavior: "none" },
            QueryStringsConfig: { QueryStringBehavior: "none" },
          },
        }),
      });
    });
  });

  it("tells the API the client's address, and not a host that isn't its own", () => {
    web.hasResourceProperties("AWS::CloudFront::OriginRequestPolicy", {
      OriginRequestPolicyConfig: Match.objectLike({
        HeadersConfig: {
          HeaderBehavior: "whitelist",
          Headers: Match.arrayWith(["CloudFront-Viewer-Address"]),
        },
      }),
    });
    expect(JSON.stringify(web.findResources("AWS::CloudFront::OriginRequestPolicy"))).not.toContain('"Host"');
  });

  it("sends the security headers", () => {
    web.hasResourceProperties("AWS::CloudFront::ResponseHeadersPolicy", {
      ResponseHeadersPolicyConfig: Match.objectLike({
        SecurityHeadersConfig: Match.objectLike({
          StrictTransportSecurity: Match.objectLike({ IncludeSubdomains: true }),
          FrameOptions: { FrameOption: "DENY", Override: true },
        }),
      }),
    });
  });

  it("lets pages load and send nothing but their own, and scans to the bucket for them", () => {
    const [policy] = Object.values(web.findResources("AWS::CloudFront::ResponseHeadersPolicy"));
    const said = JSON.stringify(policy);
    expect(said).toContain("default-src 'none'; script-src 'self';");
    expect(said).toContain("form-action 'self'");
    expect(said).toMatch(/connect-src 'self' https:\/\/[^;*]+;/u);
  });

  it("reads a bucket that nobody else reads", () => {
    web.hasResourceProperties("AWS::CloudFront::OriginAccessControl", Match.anyValue());
    web.hasResourceProperties("AWS::S3::Bucket", {
      PublicAccessBlockConfiguration: Match.objectLike({
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      }),
    });
  });
});

describe("the firewall", () => {
  it("stands in us-east-1, where CloudFront looks for it", () => {
    expect(stacks.edge.region).toBe("us-east-1");
    edge.hasResourceProperties("AWS::WAFv2::WebACL", { Scope: "CLOUDFRONT", DefaultAction: { Allow: {} } });
  });

  const rules = (): { Name: string; Priority: number; Action: object; Statement: object }[] =>
    Object.values(edge.findResources("AWS::WAFv2::WebACL"))[0]?.["Properties"].Rules;

  it.each([
    ["RatePerAddress", 2000, undefined],
    ["PostsPerAddress", 500, "POST"],
  ])("%s lets an address through %i times in five minutes", (name, Limit, method) => {
    const rule = rules().find(({ Name }) => Name === name);
    expect(rule).toMatchObject({
      Action: { Block: {} },
      Statement: { RateBasedStatement: { AggregateKeyType: "IP", Limit, EvaluationWindowSec: 300 } },
    });
    const scope = /"SearchString":"(\w+)"/.exec(JSON.stringify(rule))?.[1];
    expect(scope).toBe(method);
  });

  it("asks the managed lists too, and no two rules at once", () => {
    const names = rules().map(({ Name }) => Name);
    for (const list of ["AmazonIpReputationList", "CommonRuleSet", "KnownBadInputsRuleSet"])
      expect(names).toContain(`AWSManagedRules${list}`);
    const priorities = rules().map(({ Priority }) => Priority);
    expect(new Set(priorities).size).toBe(priorities.length);
  });

  const exceptions = (name: string): (string | undefined)[] =>
    [...JSON.stringify(rules().find(({ Name }) => Name === name)).matchAll(/"SearchString":"([^"]+)"/g)].map(
      ([, path]) => path,
    );

  it.each([
    [
      "LargeBodies",
      8192,
      [routes.addSecurityKey.path, "/saml/acs", "/saml/sp/logout", "/saml/idp/sso", "/saml/idp/slo"],
    ],
    ["LongQueries", 2048, ["/saml/sp/login", "/saml/idp/sso", "/saml/idp/slo"]],
  ])("blocks %s, above %i bytes, except where they belong", (name, limit, paths) => {
    const rule = rules().find(({ Name }) => Name === name);
    expect(exceptions(name)).toEqual(paths);
    expect(rule).toMatchObject({ Action: { Block: {} } });
    expect(JSON.stringify(rule)).toContain(`"Size":${limit}`);
  });

  it("leaves size to these rules", () => {
    expect(rules().find(({ Name }) => Name === "AWSManagedRulesCommonRuleSet")?.Statement).toMatchObject({
      ManagedRuleGroupStatement: {
        RuleActionOverrides: [
          { Name: "SizeRestrictions_BODY", ActionToUse: { Count: {} } },
          { Name: "SizeRestrictions_QUERYSTRING", ActionToUse: { Count: {} } },
        ],
      },
    });
  });
});
