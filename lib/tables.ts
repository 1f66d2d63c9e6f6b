import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { dayIndex, kindIndex, operatorIndex, waitingIndex } from "../lambdas/env.ts";
import { allow } from "./grant.ts";
import { argue } from "./nag.ts";

export interface TableProps {
  key: IKey;
  /** Outlives its stack, and can't be deleted by mistake. */
  retain: boolean;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

const table = (scope: Construct, { key, retain }: TableProps, more: Partial<TablePropsV2> = {}) =>
  new TableV2(scope, "Table", {
    partitionKey: text("pk"),
    sortKey: text("sk"),
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: retain,
    removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...more,
  });

/** The state of the service: every entity, and the outbox whose stream carries out what a change asked for. */
export class AccountsTable extends Construct {
  readonly #table: TableV2;
  readonly tableName: string;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.#table = table(this, props, {
      dynamoStream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: "ttl",
      globalSecondaryIndexes: [
        {
          indexName: waitingIndex,
          partitionKey: text("listPk"),
          sortKey: text("listSk"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
    this.tableName = this.#table.tableName;
  }

  get streamArn(): string {
    if (this.#table.tableStreamArn === undefined) throw new Error("the accounts table has no stream");
    return this.#table.tableStreamArn;
  }

  grantRead(grantee: IGrantable): void {
    allow(grantee, ["dynamodb:GetItem", "dynamodb:Query"], [this.#table.tableArn]);
  }

  /** A transaction is permitted by the actions that it is made of. */
  grantCommit(grantee: IGrantable): void {
    allow(
      grantee,
      ["dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"],
      [this.#table.tableArn],
    );
  }

  /** The lists of what waits for someone. */
  grantWaiting(grantee: IGrantable): void {
    allow(grantee, ["dynamodb:Query"], [`${this.#table.tableArn}/index/${waitingIndex}`]);
  }

  grantStream(grantee: IGrantable): void {
    allow(
      grantee,
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      [this.streamArn],
    );
  }
}

/** What happened. Nobody is ever granted a change or a deletion. */
export class AuditTable extends Construct {
  readonly #table: TableV2;
  readonly tableName: string;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.#table = table(this, props, {
      globalSecondaryIndexes: [
        {
          indexName: kindIndex,
          partitionKey: text("kindPk"),
          sortKey: text("sk"),
          projectionType: ProjectionType.ALL,
        },
        {
          indexName: operatorIndex,
          partitionKey: text("operatorPk"),
          sortKey: text("sk"),
          projectionType: ProjectionType.ALL,
        },
        {
          indexName: dayIndex,
          partitionKey: text("dayPk"),
          sortKey: text("sk"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
    this.tableName = this.#table.tableName;
  }

  grantAppend(grantee: IGrantable): void {
    allow(grantee, ["dynamodb:PutItem"], [this.#table.tableArn]);
  }

  grantRead(grantee: IGrantable): void {
    const { tableArn } = this.#table;
    allow(grantee, ["dynamodb:Query"], [tableArn, `${tableArn}/index/${kindIndex}`]);
  }

  /** Everything, by whom it was done and when. */
  grantSearch(grantee: IGrantable): void {
    const { tableArn } = this.#table;
    const indexes = [operatorIndex, dayIndex].map((name) => `${tableArn}/index/${name}`);
    allow(grantee, ["dynamodb:Query"], [tableArn, ...indexes]);
  }
}

/** Models of security keys as the verified metadata describe them. */
export class CatalogueTable extends Construct {
  readonly #table: TableV2;
  readonly tableName: string;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.#table = table(this, props);
    this.tableName = this.#table.tableName;
  }

  grantRead(grantee: IGrantable): void {
    allow(grantee, ["dynamodb:GetItem", "dynamodb:Query"], [this.#table.tableArn]);
  }

  /** Items one by one, as that of the portal. */
  grantPut(grantee: IGrantable): void {
    allow(grantee, ["dynamodb:PutItem"], [this.#table.tableArn]);
  }

  /** The one row of the banner of an outage, nothing else. */
  grantBanner(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ["dynamodb:PutItem"],
      resourceArns: [this.#table.tableArn],
      conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["OUTAGE"] } },
    }).assertSuccess();
  }

  /** One item a model, the number of the metadata last. */
  grantReplace(grantee: IGrantable): void {
    allow(
      grantee,
      ["dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
      [this.#table.tableArn],
    );
  }
}

/** Counters of what is limited: rows of an hour or a day, under hashes that only the functions can make. */
export class LimitsTable extends Construct {
  readonly #table: TableV2;
  readonly tableName: string;

  constructor(scope: Construct, id: string, { key }: Pick<TableProps, "key">) {
    super(scope, id);
    this.#table = new TableV2(this, "Table", {
      partitionKey: text("pk"),
      encryption: TableEncryptionV2.customerManagedKey(key),
      timeToLiveAttribute: "ttl",
      removalPolicy: RemovalPolicy.DESTROY,
    });
    argue(this.#table, { DDB3: "Counters of the last hours: lost, they begin anew." });
    this.tableName = this.#table.tableName;
  }

  /** Counting answers whether there is room; nobody reads whom it was counted for. */
  grantCount(grantee: IGrantable): void {
    allow(grantee, ["dynamodb:UpdateItem"], [this.#table.tableArn]);
  }
}
