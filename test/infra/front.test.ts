import { Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { apiForwarding, securityHeaders as productionHeaders } from "../../lib/web-policies.ts";
import { forwardedHeaders, securityHeaders } from "../../local/front/headers.ts";

const onlyResource = (make: (stack: Stack) => unknown, type: string): Record<string, never> => {
  const stack = new Stack();
  make(stack);
  const [resource] = Object.values(Template.fromStack(stack).findResources(type));
  return resource?.["Properties"];
};

describe("The local stand-in for CloudFront", () => {
  it("sends the security headers that CloudFront adds, all but HSTS", () => {
    const uploads = "https://scans.example.cz";
    const properties = onlyResource(
      (stack) => productionHeaders(stack, uploads),
      "AWS::CloudFront::ResponseHeadersPolicy",
    );
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = properties[
      "ResponseHeadersPolicyConfig"
    ] as unknown as {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: string };
        ReferrerPolicy: { ReferrerPolicy: string };
        FrameOptions: { FrameOption: string };
      };
      CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
    };
    expect(securityHeaders(uploads)).toEqual({
      "content-security-policy": security.ContentSecurityPolicy.ContentSecurityPolicy,
      "referrer-policy": security.ReferrerPolicy.ReferrerPolicy,
      "x-content-type-options": "nosniff",
      "x-frame-options": security.FrameOptions.FrameOption,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
    });
  });

  it("lets no header through to the API that CloudFront would hold back", () => {
    const properties = onlyResource(apiForwarding, "AWS::CloudFront::OriginRequestPolicy");
    const { HeadersConfig } = properties["OriginRequestPolicyConfig"] as unknown as {
      HeadersConfig: { Headers: string[] };
    };
    const allowed = HeadersConfig.Headers.map((name) => name.toLowerCase());
    const always = ["authorization", "content-length", "cookie", "if-none-match", "transfer-encoding"];
    const claimed = "cloudfront-viewer-address";
    expect(forwardedHeaders.toSorted()).toEqual(
      [...allowed.filter((name) => name !== claimed), ...always].toSorted(),
    );
  });
});
