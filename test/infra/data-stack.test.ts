import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { synthesise, templatesOf } from "./support/synthesis.ts";

const { data } = templatesOf("prod");
const isCounters = (id: string) => id.startsWith("Limits");
const allTables = Object.entries(data.findResources("AWS::DynamoDB::GlobalTable"));
const tables = allTables.filter(([id]) => !isCounters(id));

describe("tables", () => {
  it("are three, and keep their logical ids: another id is another, empty table", () => {
    expect(tables.map(([id]) => id).toSorted()).toEqual([
      "AccountsTableF2DFB3F6",
      "AuditTable18A3095C",
      "CatalogueTable05926C37",
    ]);
  });

  it.each(tables)("%s survives its stack, can be wound back, and is encrypted by our key", (_id, table) => {
    expect(table).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    expect(table["Properties"]).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { KMSMasterKeyId: { "Fn::GetAtt": [expect.stringMatching(/^Key/), "Arn"] } },
        },
      ],
    });
  });

  it("counters go with their stack, and forget", () => {
    const counters = allTables.find(([id]) => isCounters(id));
    expect(counters?.[1]).toMatchObject({
      DeletionPolicy: "Delete",
      Properties: {
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
        TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      },
    });
    expect(counters?.[1]["Properties"]).not.toHaveProperty("StreamSpecification");
  });

  it("accounts has a stream of new images, a time to live and the list of what waits", () => {
    data.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      StreamSpecification: { StreamViewType: "NEW_IMAGE" },
      TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      GlobalSecondaryIndexes: [
        Match.objectLike({
          IndexName: "by-state",
          KeySchema: [
            { AttributeName: "listPk", KeyType: "HASH" },
            { AttributeName: "listSk", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "ALL" },
        }),
      ],
    });
  });
});

describe("the archive", () => {
  it("survives, is locked, versioned, encrypted, closed to the public and to plain HTTP", () => {
    data.hasResource("AWS::S3::Bucket", { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    data.hasResourceProperties("AWS::S3::Bucket", {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 90 } } },
      VersioningConfiguration: { Status: "Enabled" },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          Match.objectLike({ ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: "aws:kms" }) }),
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    data.hasResourceProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ],
      },
    });
  });

  it("forgets personal data in the end", () => {
    data.hasResourceProperties("AWS::S3::Bucket", {
      LifecycleConfiguration: {
        Rules: [
          Match.objectLike({
            Prefix: "data-box/",
            ExpirationInDays: 90,
            NoncurrentVersionExpiration: { NoncurrentDays: 1 },
          }),
          Match.objectLike({ Prefix: "fido-metadata/", ExpirationInDays: 365 }),
        ],
      },
    });
  });
});

describe("keys and secrets", () => {
  it("the key survives, rotates, and opens to strangers of no service and no account", () => {
    data.hasResource("AWS::KMS::Key", { DeletionPolicy: "Retain", Properties: { EnableKeyRotation: true } });
    const [key] = Object.values(data.findResources("AWS::KMS::Key"));
    const open = key?.["Properties"].KeyPolicy.Statement.filter(
      ({ Principal }: { Principal: { AWS: unknown } }) => Principal.AWS === "*",
    );
    expect(open).toHaveLength(1);
    expect(open[0].Condition.StringEquals).toEqual({
      "kms:CallerAccount": { Ref: "AWS::AccountId" },
      "kms:ViaService": ["dynamodb", "secretsmanager", "s3"].map(
        (name) => `${name}.eu-central-1.amazonaws.com`,
      ),
    });
  });

  it("every secret survives and is encrypted by our key; the random ones are long enough", () => {
    const secrets = Object.values(data.findResources("AWS::SecretsManager::Secret"));
    expect(secrets).toHaveLength(7);
    for (const secret of secrets) {
      expect(secret).toMatchObject({ DeletionPolicy: "Retain" });
      expect(secret["Properties"]).toHaveProperty("KmsKeyId");
      expect(secret["Properties"]).not.toHaveProperty("SecretString");
    }
    data.hasResourceProperties("AWS::SecretsManager::Secret", {
      GenerateSecretString: { GenerateStringKey: "key", PasswordLength: 64 },
    });
  });
});

describe("mail", () => {
  it("tells of what came back to a topic that SES alone writes to, for our configuration set alone", () => {
    data.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ["bounce", "complaint"],
        SnsDestination: { TopicARN: { Ref: Match.stringLikeRegexp("^MailFeedback") } },
      },
    });
    const [policy] = Object.values(data.findResources("AWS::SNS::TopicPolicy"));
    const allowed = policy?.["Properties"].PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === "Allow",
    );
    expect(allowed).toMatchObject([
      {
        Action: "sns:Publish",
        Principal: { Service: "ses.amazonaws.com" },
        Condition: { StringEquals: { "AWS:SourceAccount": { Ref: "AWS::AccountId" } } },
      },
    ]);
    expect(JSON.stringify(allowed)).toContain("configuration-set/");
  });
});

describe("the stack", () => {
  it("can't be deleted by mistake", () => {
    expect(synthesise("prod").data.terminationProtection).toBe(true);
  });

  it("gives no resource a name of its own", () => {
    const named = /^(TableName|BucketName|Name|AliasName)$/;
    const resources = Object.entries<{ Properties?: object }>(data.toJSON()["Resources"]);
    const names = resources.flatMap(([id, { Properties = {} }]) =>
      Object.keys(Properties)
        .filter((key) => named.test(key))
        .map((key) => `${id}.${key}`),
    );
    expect(names).toEqual([]);
  });
});
