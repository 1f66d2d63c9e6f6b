import { ArnFormat, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Secret, type SecretStringGenerator } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { allow } from "./grant.ts";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";

export interface ServiceSecretProps {
  key: IKey;
  resources: Settings["resources"];
  description: string;
  /** Names the random part; without it an operator fills the secret in. */
  generate?: SecretStringGenerator;
  /** Why it is not rotated by a schedule. */
  unrotatedBecause: string;
}

/** One secret, and the right to read it. */
export class ServiceSecret extends Construct {
  readonly #secret: Secret;
  readonly #policyArn: string;

  constructor(scope: Construct, id: string, props: ServiceSecretProps) {
    super(scope, id);
    this.#secret = new Secret(this, "Secret", {
      description: props.description,
      encryptionKey: props.key,
      removalPolicy: props.resources.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(props.generate === undefined ? {} : { generateSecretString: props.generate }),
    });
    this.#policyArn = props.resources.secretsByName ? this.#arnByName() : this.#secret.secretArn;
    argue(this.#secret, { SMG4: props.unrotatedBecause });
  }

  get arn(): string {
    return this.#secret.secretArn;
  }

  /** The value itself, by a reference that CloudFormation resolves when it deploys. */
  get reference(): string {
    return this.#secret.secretValue.unsafeUnwrap();
  }

  grantRead(grantee: IGrantable): void {
    allow(grantee, ["secretsmanager:GetSecretValue"], [this.#policyArn]);
  }

  #arnByName(): string {
    return Stack.of(this).formatArn({
      service: "secretsmanager",
      resource: "secret",
      resourceName: `${this.#secret.secretArn}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
