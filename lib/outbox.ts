import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";
import type { AccountsTable } from "./tables.ts";

export interface OutboxProps {
  accounts: AccountsTable;
  deliverMessages: IFunction;
  deliverWorkflows: IFunction;
  resources: Settings["resources"];
}

/** Carries out what transactions asked for: messages and workflows apart, so that neither waits for the other. */
export class Outbox extends Construct {
  readonly deadLetters: Queue[];

  constructor(
    scope: Construct,
    id: string,
    { accounts, deliverMessages, deliverWorkflows, resources }: OutboxProps,
  ) {
    super(scope, id);
    const deliver = (name: string, target: IFunction, channels: string[]) => {
      const deadLetters = new Queue(this, `${name}DeadLetters`, {
        encryption: QueueEncryption.SQS_MANAGED,
        enforceSSL: resources.tlsOnly,
        retentionPeriod: Duration.days(14),
        removalPolicy: RemovalPolicy.DESTROY,
      });
      argue(deadLetters, { SQS3: "It is a dead-letter queue itself." });
      const newItem = {
        eventName: FilterRule.isEqual("INSERT"),
        dynamodb: {
          NewImage: {
            type: { S: FilterRule.isEqual("outbox-item") },
            channel: { S: FilterRule.or(...channels) },
          },
        },
      };
      new EventSourceMapping(this, name, {
        target,
        eventSourceArn: accounts.streamArn,
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 10,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(deadLetters),
        filters: [FilterCriteria.filter(newItem)],
      });
      accounts.grantStream(target);
      return deadLetters;
    };
    this.deadLetters = [
      deliver("Messages", deliverMessages, ["mail", "sms", "phone-shared"]),
      deliver("Workflows", deliverWorkflows, ["workflow"]),
    ];
  }
}
