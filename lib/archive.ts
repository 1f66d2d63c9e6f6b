import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type LifecycleRule,
  ObjectLockRetention,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { allowPattern } from "./grant.ts";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";

/** Metadata hold nothing of anybody: with what a key was graded may be asked for some time. */
const METADATA_KEPT = Duration.days(365);

const expiring = (prefix: string, expiration: Duration): LifecycleRule => ({
  prefix,
  expiration,
  noncurrentVersionExpiration: Duration.days(1),
  abortIncompleteMultipartUploadAfter: Duration.days(1),
});

/** What came from outside, as it came: messages of the data box and metadata of authenticators. */
export class Archive extends Construct {
  readonly #bucket: Bucket;
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: { key: IKey; resources: Settings["resources"] }) {
    super(scope, id);
    const { archiveLock, archiveExpiry, retain, tlsOnly } = props.resources;
    this.#bucket = new Bucket(this, "Bucket", {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      versioned: true,
      enforceSSL: tlsOnly,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        expiring("data-box/", Duration.seconds(archiveExpiry)),
        expiring("fido-metadata/", METADATA_KEPT),
      ],
      ...(archiveLock === undefined
        ? {}
        : { objectLockDefaultRetention: ObjectLockRetention.governance(Duration.seconds(archiveLock)) }),
    });
    this.bucketName = this.#bucket.bucketName;
    argue(this.#bucket, {
      S1: "Two functions reach it, and each stores an audit event of what it put there.",
    });
  }

  grantMessages(grantee: IGrantable): void {
    allowPattern(grantee, ["s3:PutObject", "s3:GetObject"], this.#bucket.arnForObjects("data-box/*"), {
      because: "Each message is an object of its own under this prefix.",
    });
  }

  grantMetadata(grantee: IGrantable): void {
    allowPattern(grantee, ["s3:PutObject"], this.#bucket.arnForObjects("fido-metadata/*"), {
      because: "Each number of the metadata is an object of its own under this prefix.",
    });
  }
}
