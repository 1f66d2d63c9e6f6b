import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { allowPattern } from "./grant.ts";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";

/** As long as the record of a form that is decided at once (lambdas/domain/retention.ts). */
const KEPT = Duration.days(90);

/** Pictures of forms that ask to reset a login. Browsers of the console send them straight here, by a signed form. */
export class Scans extends Construct {
  readonly #bucket: Bucket;
  readonly bucketName: string;
  /** Where browsers send to. */
  readonly origin: string;

  constructor(
    scope: Construct,
    id: string,
    props: { key: IKey; resources: Settings["resources"]; origins: readonly string[] },
  ) {
    super(scope, id);
    const { retain, tlsOnly } = props.resources;
    this.#bucket = new Bucket(this, "Bucket", {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      enforceSSL: tlsOnly,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      cors: [
        { allowedMethods: [HttpMethods.POST], allowedOrigins: [...props.origins], allowedHeaders: ["*"] },
      ],
      lifecycleRules: [{ expiration: KEPT, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    this.bucketName = this.#bucket.bucketName;
    this.origin = `https://${this.#bucket.bucketRegionalDomainName}`;
    argue(this.#bucket, {
      S1: "One function reaches it, and stores an audit event of each look.",
    });
  }

  /** To sign what a browser sends, and to read it. */
  grantUse(grantee: IGrantable): void {
    allowPattern(grantee, ["s3:PutObject", "s3:GetObject"], this.#bucket.arnForObjects("reset-forms/*"), {
      because: "Each scan is an object of its own under this prefix.",
    });
  }
}
