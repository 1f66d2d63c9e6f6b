import { Logger } from "@aws-lambda-powertools/logger";
import { describe, expect, it, vi } from "vitest";
import { metricDimensions, metricNamespace } from "../../lambdas/metric-names.ts";
import { metrics } from "../../lambdas/metrics.ts";

describe("a line that CloudWatch counts", () => {
  it("holds at its root the numbers, what they are told apart by, and what they are", () => {
    const written = vi.spyOn(console, "info").mockImplementation(() => undefined);
    // as POWERTOOLS_DEV does: through the console that a test can watch
    vi.stubEnv("POWERTOOLS_DEV", "true");
    vi.stubEnv("POWERTOOLS_SERVICE_NAME", "nia-tasks");
    new Logger({ serviceName: "nia-link" }).info("NIA", {
      nia: { event: "called" },
      ...metrics({ NiaCallMilliseconds: 12 }, () => 1_000),
    });
    vi.unstubAllEnvs();
    const line = JSON.parse(String(written.mock.calls[0]?.[0])) as Record<string, unknown>;
    expect(line).toMatchObject({
      ...metricDimensions,
      NiaCallMilliseconds: 12,
      _aws: {
        Timestamp: 1_000,
        CloudWatchMetrics: [
          {
            Namespace: metricNamespace,
            Dimensions: [["service"]],
            Metrics: [{ Name: "NiaCallMilliseconds" }],
          },
        ],
      },
    });
  });
});
