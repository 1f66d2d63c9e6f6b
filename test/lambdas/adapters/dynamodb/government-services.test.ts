import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { makeGovernmentServices } from "../../../../lambdas/adapters/dynamodb/government-services.ts";
import type { GovernmentService } from "../../../../lambdas/domain/government-service.ts";
import { catalogueTable } from "../../../support/catalogue-table.ts";

const service = (id: string): GovernmentService => ({
  id,
  name: { cs: "Portál", en: "Portal" },
  description: { cs: "Popis.", en: "Description." },
  provider: { cs: "Úřad", en: "Authority" },
  address: "https://portal.example.cz/",
  leastLevel: "substantial",
});
const [first, second] = ["2026-11-23T08:00:00.000Z", "2026-11-23T09:00:00.000Z"] as const;

describe("the catalogue of government services", () => {
  const dynamo = mockClient(DynamoDBDocumentClient);
  const catalogue = makeGovernmentServices(dynamo as unknown as DynamoDBDocumentClient, "catalogue");
  let table: ReturnType<typeof catalogueTable>;
  beforeEach(() => {
    dynamo.reset();
    table = catalogueTable(dynamo);
  });

  it("is unknown before the first list", async () => {
    expect(await catalogue.list()).toBeUndefined();
  });

  it("is replaced whole, in the order of its file", async () => {
    await catalogue.replace({ services: [service("a"), service("b")], loadedAt: first });
    await catalogue.replace({ services: [service("c"), service("a")], loadedAt: second });
    expect(await catalogue.list()).toEqual({ services: [service("c"), service("a")], loadedAt: second });
    expect(table.items()).toHaveLength(1);
  });
});
