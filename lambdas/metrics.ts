import { metricDimensions, metricNamespace } from "./metric-names.ts";

/**
 * What makes CloudWatch count numbers of a log line (its embedded metric format): to be logged with the line. No
 * client, no call and no permission is needed for it.
 */
export const metrics = (values: Readonly<Record<string, number>>, now: () => number = Date.now) => ({
  ...values,
  _aws: {
    Timestamp: now(),
    CloudWatchMetrics: [
      {
        Namespace: metricNamespace,
        Dimensions: [Object.keys(metricDimensions)],
        Metrics: Object.keys(values).map((Name) => ({ Name })),
      },
    ],
  },
});
