import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { makePortalCatalogue } from "../../../../lambdas/adapters/dynamodb/portal-catalogue.ts";
import { catalogueTable } from "../../../support/catalogue-table.ts";

const metadata = {
  signingCertificates: ["one", "two"],
  validUntil: "2027-01-01T00:00:00.000Z",
  checkedAt: "2026-11-23T09:00:00.000Z",
};

describe("the portal's metadata", () => {
  it("are found as they were stored last", async () => {
    const dynamo = mockClient(DynamoDBDocumentClient);
    catalogueTable(dynamo);
    const catalogue = makePortalCatalogue(dynamo as unknown as DynamoDBDocumentClient, "catalogue");
    expect(await catalogue.current()).toBeUndefined();
    await catalogue.store({ ...metadata, signingCertificates: ["one"] });
    await catalogue.store(metadata);
    expect(await catalogue.current()).toEqual(metadata);
  });
});
