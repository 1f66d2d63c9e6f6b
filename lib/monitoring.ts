import { Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { metricDimensions, metricNamespace, niaMetrics, portalMetrics } from "../lambdas/metric-names.ts";
import type { Functions } from "./functions.ts";
import type { HttpApi } from "./http-api.ts";
import type { Outbox } from "./outbox.ts";
import type { Settings } from "./settings.ts";
import type { Workflow } from "./workflow.ts";

export interface MonitoringProps {
  functions: Functions;
  outbox: Outbox;
  workflows: readonly Workflow[];
  /** The one whose success must be seen all the time. */
  sync: Workflow;
  api: HttpApi;
  settings: Settings;
}

/** What an operator is told, and the page to look at then. */
export class Monitoring extends Construct {
  readonly #topic: Topic;

  constructor(
    scope: Construct,
    id: string,
    { functions, outbox, workflows, sync, api, settings }: MonitoringProps,
  ) {
    super(scope, id);
    const { resources } = settings;
    this.#topic = new Topic(this, "Topic", { enforceSSL: resources.tlsOnly });
    if (resources.alarmEmail !== undefined)
      this.#topic.addSubscription(new EmailSubscription(resources.alarmEmail));

    const errors = Object.values(functions).map((fn) => {
      const isDaily =
        fn === functions["events/refresh-metadata"] || fn === functions["events/refresh-portal"];
      const period = isDaily ? Duration.days(1) : Duration.minutes(5);
      const metric = fn.metricErrors({ period });
      this.#alarm(`${fn.node.id}Errors`, metric, `${fn.node.id} fails`);
      return metric.with({ label: fn.node.id });
    });
    const undelivered = outbox.deadLetters.map((queue) => {
      const metric = queue.metricApproximateNumberOfMessagesVisible();
      this.#alarm(queue.node.id, metric, `${queue.node.id}: something could not be delivered`);
      return metric.with({ label: queue.node.id });
    });
    const failed = workflows.map((workflow) => {
      const metric = workflow.metricFailed();
      const name = workflow.node.id;
      this.#alarm(`${name}Failed`, metric, `An execution of ${name} failed; another one is started`);
      return metric.with({ label: name });
    });
    this.#silence(
      "RegistryNotRead",
      sync.metricSucceeded({ period: Duration.hours(1) }),
      "NIA's change feed was not read for an hour",
    );
    const serverErrors = api.metricServerErrors();
    this.#alarm("ServerErrors", serverErrors, "The API answers 5xx");

    const calls = this.#nia(settings.nia.clockSkewSeconds);

    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
    new Dashboard(this, "Dashboard", {
      widgets: [
        [graph("Errors of functions", errors), graph("API: 5xx", [serverErrors])],
        [graph("Not delivered", undelivered), graph("Workflows failed", failed)],
        [graph("NIA: milliseconds of a call, 95 %", [calls])],
      ],
    });
  }

  /** An alarm where nothing is heard of what should happen all the time. */
  #silence(name: string, metric: IMetric, alarmDescription: string): void {
    const alarm = new Alarm(this, name, {
      metric,
      alarmDescription,
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }

  /** What the client of NIA counts. Half of the difference of clocks that is tolerated is worth a look. */
  #nia(clockSkewSeconds: number): IMetric {
    const own = (metricName: string, statistic: string) =>
      new Metric({
        namespace: metricNamespace,
        dimensionsMap: metricDimensions,
        metricName,
        statistic,
        period: Duration.minutes(5),
      });
    const portalAlarm =
      "NIA's portal signs with a certificate that is new: compare it with what NIA announced";
    this.#alarm("PortalCertificate", own(portalMetrics.newCertificates, Stats.SUM), portalAlarm);
    const { keyTrouble, clockDistanceMilliseconds, callMilliseconds } = niaMetrics;
    const keyAlarm = "NIA turned a key of ours away, or a key in the secret can't be used";
    this.#alarm("NiaKeyTrouble", own(keyTrouble, Stats.SUM), keyAlarm);
    const clockAlarm = "NIA's clock and ours differ by more than half of what is tolerated";
    const clock = own(clockDistanceMilliseconds, Stats.MAXIMUM);
    this.#alarm("NiaClock", clock, clockAlarm, Math.max(1, clockSkewSeconds * 500));
    return own(callMilliseconds, Stats.percentile(95));
  }

  #alarm(name: string, metric: IMetric, alarmDescription: string, threshold = 1): void {
    const alarm = new Alarm(this, name, {
      metric,
      alarmDescription,
      threshold,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
