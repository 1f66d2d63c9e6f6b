import { describe, expect, it } from "vitest";
import { PortalMetadataInvalid } from "../../../../lambdas/domain/errors.ts";
import { makeRefreshPortal } from "../../../../lambdas/services/portal/refresh-portal.ts";
import type { StoredPortalMetadata } from "../../../../lambdas/services/ports/portal-catalogue.ts";
import { memoryServiceProvider } from "../../../support/memory-service-provider.ts";
import { aWorld } from "../../../support/world.ts";

const refreshing = () => {
  const world = aWorld();
  const published = { text: "" };
  let stored: StoredPortalMetadata | undefined;
  const refresh = makeRefreshPortal({
    ...world,
    download: async () => published.text,
    readMetadata: memoryServiceProvider().readMetadata,
    portal: {
      current: async () => stored,
      store: async (metadata) => {
        stored = metadata;
      },
    },
  });
  const publish = async (...signingCertificates: string[]) => {
    published.text = JSON.stringify({ signingCertificates });
    return await refresh("https://portal.example/metadata");
  };
  return { world, published, refresh, publish, stored: () => stored };
};

describe("the portal's metadata", () => {
  it("are kept with the time they were looked at", async () => {
    const { world, publish, stored } = refreshing();
    expect(await publish("old")).toEqual({ certificates: 1, newCertificates: 0 });
    expect(stored()).toEqual({ signingCertificates: ["old"], checkedAt: world.now });
    expect(world.records.audit[0]).toMatchObject({
      action: "portal-refreshed",
      reason: "1 certificates, 0 new",
    });
  });

  it("roll over from one certificate to the next by way of both", async () => {
    const { publish, stored } = refreshing();
    await publish("old");
    expect(await publish("old", "new")).toMatchObject({ certificates: 2, newCertificates: 1 });
    expect(stored()?.signingCertificates).toEqual(["old", "new"]);
    expect(await publish("new")).toMatchObject({ certificates: 1, newCertificates: 0 });
    expect(stored()?.signingCertificates).toEqual(["new"]);
  });

  it("stay the last good ones where what is published is none", async () => {
    const { publish, published, refresh, stored } = refreshing();
    await publish("old");
    published.text = "<html>Bad gateway</html>";
    await expect(refresh("https://portal.example/metadata")).rejects.toThrow(PortalMetadataInvalid);
    expect(stored()?.signingCertificates).toEqual(["old"]);
  });
});
