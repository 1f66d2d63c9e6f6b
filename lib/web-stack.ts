import { existsSync } from "node:fs";
import { RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  OriginProtocolPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { keptPaths } from "./kept-paths.ts";
import { argue } from "./nag.ts";
import { output } from "./outputs.ts";
import type { ServiceSecret } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { deployWebApp } from "./web-deployment.ts";
import {
  apiCaching,
  apiForwarding,
  clientRouting,
  publicCaching,
  publicForwarding,
  securityHeaders,
} from "./web-policies.ts";

export interface WebStackProps extends StackProps {
  settings: Settings;
  webAclArn: string;
  apiDomainName: string;
  originSecret: ServiceSecret;
  /** The origin that the console sends scans to. */
  uploads: string;
  /** The built web app. */
  webFolder: string;
}

/** The web app, and before the API the only door that it opens to: CloudFront, behind the firewall. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: WebStackProps) {
    super(scope, id, props);
    const { domain } = settings.app;
    if (domain === undefined) throw new Error("CloudFront needs app.domain");
    if (!existsSync(props.webFolder))
      throw new Error(`There is no ${props.webFolder}: build the web app first`);
    const bucket = new Bucket(this, "App", {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: RemovalPolicy.RETAIN,
    }) as IBucket;
    const headers = securityHeaders(this, props.uploads);
    const app: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      functionAssociations: [clientRouting(this)],
    };
    const api: BehaviorOptions = {
      origin: new HttpOrigin(props.apiDomainName, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        customHeaders: { "x-origin-secret": props.originSecret.reference },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: apiCaching(this),
      originRequestPolicy: apiForwarding(this),
      responseHeadersPolicy: headers,
    };
    const kept: BehaviorOptions = {
      ...api,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: publicCaching(this),
      originRequestPolicy: publicForwarding(this),
    };
    const distribution = new Distribution(this, "Distribution", {
      defaultRootObject: "index.html",
      webAclId: props.webAclArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      defaultBehavior: app,
      // The first pattern that fits is the one.
      additionalBehaviors: {
        ...Object.fromEntries(keptPaths().map((path) => [path, kept])),
        "/api/*": api,
        "/saml/*": api,
      },
      domainNames: [domain.name],
      certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
    });
    deployWebApp(this, { folder: props.webFolder, bucket, distribution });
    output(this, { DistributionDomain: distribution.distributionDomainName });
    argue(bucket, { S1: "It holds what everyone may download." });
    argue(distribution, {
      CFR1: "Users may be abroad.",
      CFR3: "The API logs each of its requests, the firewall samples; the rest is what everyone may download.",
    });
  }
}
