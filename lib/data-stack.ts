import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Archive } from "./archive.ts";
import { DataKey } from "./encryption.ts";
import { Mail } from "./mail.ts";
import { output } from "./outputs.ts";
import { Scans } from "./scans.ts";
import { ServiceSecret } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { AccountsTable, AuditTable, CatalogueTable, LimitsTable } from "./tables.ts";

export interface DataStackProps extends StackProps {
  settings: Settings;
}

/** What must survive. Construct ids never change here: a new id is a new, empty resource. */
export class DataStack extends Stack {
  readonly accounts: AccountsTable;
  readonly audit: AuditTable;
  readonly catalogue: CatalogueTable;
  readonly limits: LimitsTable;
  readonly archive: Archive;
  readonly scans: Scans;
  readonly pinKey: ServiceSecret;
  /** What the subjects of limits are hashed with. */
  readonly limitKey: ServiceSecret;
  readonly niaKey: ServiceSecret;
  readonly dataBoxLogin: ServiceSecret;
  /** What NIA's portal knows us by as a service provider. */
  readonly serviceProviderKey: ServiceSecret;
  /** What the answers to government services are signed with. */
  readonly identityProviderKey: ServiceSecret;
  /** What CloudFront tells the API, where there is a CloudFront. */
  readonly originSecret: ServiceSecret | undefined;
  readonly mail: Mail;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: settings.resources.retain });
    const { resources } = settings;
    const key = new DataKey(this, "Key", resources);
    const protection = { key, retain: resources.retain };

    this.accounts = new AccountsTable(this, "Accounts", protection);
    this.audit = new AuditTable(this, "Audit", protection);
    this.catalogue = new CatalogueTable(this, "Catalogue", protection);
    this.limits = new LimitsTable(this, "Limits", { key });
    this.archive = new Archive(this, "Archive", { key, resources });
    this.scans = new Scans(this, "Scans", { key, resources, origins: settings.app.origins });

    this.pinKey = new ServiceSecret(this, "PinKey", {
      key,
      resources,
      description: "Key that PINs and codes are derived from: {key}",
      generate: {
        secretStringTemplate: "{}",
        generateStringKey: "key",
        passwordLength: 64,
        excludePunctuation: true,
      },
      unrotatedBecause: "A new key makes every PIN under way wrong: changed by hand, when it must be.",
    });
    this.limitKey = new ServiceSecret(this, "LimitKey", {
      key,
      resources,
      description: "What addresses and names are hashed with in the counters of limits",
      generate: { passwordLength: 48, excludePunctuation: true },
      unrotatedBecause: "It changes in all functions at once, by a deployment; counters then begin anew.",
    });
    this.niaKey = new ServiceSecret(this, "NiaKey", {
      key,
      resources,
      description:
        "Keys and certificates known to NIA: {current: {privateKeyPem, certificatePem}, next?, previous?}",
      unrotatedBecause: "NIA has to be told of a new certificate first, which is done by hand.",
    });
    this.dataBoxLogin = new ServiceSecret(this, "DataBoxLogin", {
      key,
      resources,
      description: "Login to the data box: {username, password} or {privateKeyPem, certificatePem}",
      unrotatedBecause: "The data box system issues its logins itself.",
    });
    this.serviceProviderKey = new ServiceSecret(this, "ServiceProviderKey", {
      key,
      resources,
      description:
        "Keys and certificates known to NIA's portal: {current: {privateKeyPem, certificatePem}, next?, previous?}",
      unrotatedBecause: "NIA's portal has to be told of a new certificate first, which is done by hand.",
    });
    this.identityProviderKey = new ServiceSecret(this, "IdentityProviderKey", {
      key,
      resources,
      description:
        "Keys that logins to government services are signed with: {current: {privateKeyPem, certificatePem}, next?, previous?}",
      unrotatedBecause: "NIA has to be told of a new certificate first, which is done by hand.",
    });
    this.originSecret = resources.web
      ? new ServiceSecret(this, "OriginSecret", {
          key,
          resources,
          description: "What CloudFront says to the API to be let in",
          generate: { passwordLength: 48, excludePunctuation: true },
          unrotatedBecause: "It changes in CloudFront and in the functions at once, by a deployment.",
        })
      : undefined;
    this.mail = new Mail(this, "Mail", settings.mail, resources.tlsOnly);

    output(this, {
      AccountsTable: this.accounts.tableName,
      AuditTable: this.audit.tableName,
      CatalogueTable: this.catalogue.tableName,
      ArchiveBucket: this.archive.bucketName,
      PinSecretArn: this.pinKey.arn,
      NiaSecretArn: this.niaKey.arn,
      MailFeedbackTopicArn: this.mail.feedback.topicArn,
      DataBoxSecretArn: this.dataBoxLogin.arn,
      ServiceProviderSecretArn: this.serviceProviderKey.arn,
      IdentityProviderSecretArn: this.identityProviderKey.arn,
    });
  }
}
