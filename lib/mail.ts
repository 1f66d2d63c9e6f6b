import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Stack } from "aws-cdk-lib";
import { Effect, type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { allow } from "./grant.ts";
import type { Settings } from "./settings.ts";

/** Whom mails come from, and how they are sent. */
export class Mail extends Construct {
  readonly #identity: EmailIdentity;
  readonly configurationSetName: string;
  /** Where SES, and nobody else, tells of mails that came back. */
  readonly feedback: Topic;

  constructor(scope: Construct, id: string, settings: Settings["mail"], tlsOnly: boolean) {
    super(scope, id);
    const configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    const { identity } = settings;
    this.#identity = new EmailIdentity(this, "Identity", {
      identity: identity.includes("@") ? Identity.email(identity) : Identity.domain(identity),
    });
    this.feedback = new Topic(this, "Feedback", { enforceSSL: tlsOnly });
    configurationSet.addEventDestination("Feedback", {
      destination: EventDestination.snsTopic(this.feedback),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.configurationSetName = configurationSet.configurationSetName;
  }

  grantSend(grantee: IGrantable): void {
    const configurationSet = Stack.of(this).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: this.configurationSetName,
    });
    allow(grantee, ["ses:SendEmail"], [this.#identity.emailIdentityArn, configurationSet]);
  }
}

/** Lets the grantee send SMS: a phone number has no ARN, so what it may not publish to is named, every topic. */
export const grantSms = (grantee: IGrantable): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ["sns:Publish"],
      notResources: ["arn:aws:sns:*:*:*"],
    }),
  );
};
