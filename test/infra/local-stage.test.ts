import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { synthesise, templatesOf } from "./support/synthesis.ts";

const { data, service } = templatesOf("local");

describe("the local stage", () => {
  it("is the same two stacks, without CloudFront and firewall", () => {
    expect(Object.keys(synthesise("local")).toSorted()).toEqual(["app", "data", "service"]);
  });

  it("leaves nothing behind", () => {
    const kept = Object.values<{ DeletionPolicy?: string }>(data.toJSON()["Resources"]);
    expect(kept.filter(({ DeletionPolicy }) => DeletionPolicy === "Retain")).toEqual([]);
    data.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      Replicas: [Match.objectLike({ DeletionProtectionEnabled: false })],
    });
  });

  it("asks for no TLS where an emulator has none", () => {
    data.resourceCountIs("AWS::S3::BucketPolicy", 0);
    service.resourceCountIs("AWS::SQS::QueuePolicy", 0);
    service.resourceCountIs("AWS::SNS::TopicPolicy", 0);
  });

  it("names secrets in policies by their name, as an emulator answers Ref", () => {
    const policies = JSON.stringify(service.findResources("AWS::IAM::Policy"));
    expect(policies).toMatch(/:secret:",\{"Fn::ImportValue":"[^"]*PinKey[^"]*"\},"-\?\?\?\?\?\?"/);
  });

  it("gives the API no secret of an origin that is not there", () => {
    expect(JSON.stringify(service.toJSON())).not.toContain("ORIGIN_SECRET");
  });

  it("uses nothing that the emulator does not know", () => {
    const types = [data, service].flatMap((template) =>
      Object.values<{ Type: string }>(template.toJSON()["Resources"]).map(({ Type }) => Type),
    );
    expect(types.filter((type) => type === "AWS::SES::Template" || type.startsWith("Custom::"))).toEqual([]);
    // An alarm over metric math is refused there; a label alone makes one.
    for (const alarm of Object.values(service.findResources("AWS::CloudWatch::Alarm"))) {
      expect(alarm["Properties"]).toHaveProperty("MetricName");
    }
  });

  it("says where everything is, for whoever starts it", () => {
    for (const name of [
      "AccountsTable",
      "AuditTable",
      "CatalogueTable",
      "ArchiveBucket",
      "NiaSecretArn",
      "DataBoxSecretArn",
      "ServiceProviderSecretArn",
    ]) {
      data.hasOutput(name, Match.anyValue());
    }
    for (const name of [
      "ApiId",
      "ApiUrl",
      "LinkMachineArn",
      "UnlinkMachineArn",
      "PollDataBoxFunction",
      "RefreshMetadataFunction",
      "RefreshPortalFunction",
    ]) {
      service.hasOutput(name, Match.anyValue());
    }
  });
});
