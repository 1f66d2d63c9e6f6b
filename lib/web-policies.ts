import { Duration } from "aws-cdk-lib";
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { contentSecurityPolicy } from "./content-security-policy.ts";

/**
 * Nothing of the API is cached. `Authorization` reaches an origin only as a part of the cache key, and a key needs a
 * lifetime above zero; cookies and query are in it too, so that even that second could serve nobody else.
 */
export const apiCaching = (scope: Construct) =>
  new CachePolicy(scope, "ApiCaching", {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(1),
    headerBehavior: CacheHeaderBehavior.allowList("Authorization"),
    cookieBehavior: CacheCookieBehavior.all(),
    queryStringBehavior: CacheQueryStringBehavior.all(),
  });

/**
 * What everybody gets alike is kept as long as its own answer says, once for all: nothing of the request is in the key,
 * so that nobody can pass by what is kept. Only from here does CloudFront compress it.
 */
export const publicCaching = (scope: Construct) =>
  new CachePolicy(scope, "PublicCaching", {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    headerBehavior: CacheHeaderBehavior.none(),
    cookieBehavior: CacheCookieBehavior.none(),
    queryStringBehavior: CacheQueryStringBehavior.none(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

/** Nothing but who asks, for the limits: the first one's cookie must not make everybody's answer. */
export const publicForwarding = (scope: Construct) =>
  new OriginRequestPolicy(scope, "PublicForwarding", {
    headerBehavior: OriginRequestHeaderBehavior.allowList("CloudFront-Viewer-Address"),
    cookieBehavior: OriginRequestCookieBehavior.none(),
    queryStringBehavior: OriginRequestQueryStringBehavior.none(),
  });

/** What the API is told of a request: not the host, which must be its own. */
export const apiForwarding = (scope: Construct) =>
  new OriginRequestPolicy(scope, "ApiForwarding", {
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      "Accept",
      "Accept-Language",
      "Content-Type",
      "Origin",
      "Referer",
      "Sec-Fetch-Site",
      "User-Agent",
      // The address of the client: behind CloudFront the source address is the edge's.
      "CloudFront-Viewer-Address",
    ),
    cookieBehavior: OriginRequestCookieBehavior.all(),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
  });

/** Pages are made in the browser: every path without a file name is the app's own. */
export const clientRouting = (scope: Construct): FunctionAssociation => ({
  eventType: FunctionEventType.VIEWER_REQUEST,
  function: new EdgeFunction(scope, "ClientRouting", {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(
      `function handler(event) {
  if (!event.request.uri.split("/").pop().includes(".")) event.request.uri = "/index.html";
  return event.request;
}`,
    ),
  }),
});

/** `uploads`: the origin that the console sends scans to. */
export const securityHeaders = (scope: Construct, uploads: string) =>
  new ResponseHeadersPolicy(scope, "SecurityHeaders", {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(uploads), override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: false },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: "Permissions-Policy",
          value:
            "publickey-credentials-create=(self), publickey-credentials-get=(self), camera=(), microphone=()",
          override: true,
        },
      ],
    },
  });
