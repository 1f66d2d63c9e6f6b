import { Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { describe, expect, it } from "vitest";
import { HouseChecks } from "../../lib/nag.ts";
import { synthesise } from "./support/synthesis.ts";

/** What the rules find after synthesis, when every reference is known. */
const findings = ({ app }: Pick<ReturnType<typeof synthesise>, "app">) => {
  app.synth();
  const { violations } = new HouseChecks(app).validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );
};

describe("cdk-nag", () => {
  it.each(["dev", "prod"] as const)("finds nothing in %s that is not argued", (name) => {
    expect(findings(synthesise(name))).toEqual([]);
  });

  it("would find something", () => {
    const { app, data } = synthesise("dev");
    const careless = new Bucket(data, "Careless");
    expect(findings({ app })).toContain(`AwsSolutions-S10 ${careless.node.path}/Resource`);
  });

  it("is answered with a reason every time", () => {
    const { app } = synthesise("dev");
    app.synth();
    new HouseChecks(app).validateScope(app);
    const reasons = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(data as Record<string, string>));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{15,}\.$/);
  });
});
