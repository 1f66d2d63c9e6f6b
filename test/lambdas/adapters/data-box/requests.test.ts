import { XMLSerializer } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import {
  downloadSigned,
  listReceived,
  markDownloaded,
  ownerInfo,
} from "../../../../lambdas/adapters/data-box/requests.ts";
import { children, parseXml } from "../../../../lambdas/adapters/data-box/xml.ts";
import { hasShared, sharedPath } from "../../../support/shared.ts";
import { schemaErrors } from "../../../support/validate-xml.ts";

const contentOf = (body: string): string => {
  const envelope = parseXml(Buffer.from(body));
  const [soapBody] = children(envelope);
  const [operation] = soapBody === undefined ? [] : children(soapBody);
  if (operation === undefined) throw new Error("no operation in the body");
  return new XMLSerializer().serializeToString(operation);
};

const requests = [
  { ...listReceived("2026-11-20T08:00:00.000Z", 1, 500), schema: "dmBaseTypes.xsd" },
  { ...downloadSigned("900000101"), schema: "dmBaseTypes.xsd" },
  { ...markDownloaded("900000101"), schema: "dmBaseTypes.xsd" },
  { ...ownerInfo(), schema: "dbTypes.xsd" },
];

describe("requests to the data box", () => {
  it.skipIf(!hasShared).each(requests)(
    "$operation is valid by the state's own schema",
    async ({ body, schema }) => {
      expect(await schemaErrors(contentOf(body), sharedPath(`isds/${schema}`))).toEqual([]);
    },
  );

  it.skipIf(!hasShared)("the schema would notice a field out of its place", async () => {
    const swapped = contentOf(listReceived("2026-11-20T08:00:00.000Z", 1, 500).body).replace(
      /(<p:dmOffset>.*<\/p:dmOffset>)(<p:dmLimit>.*<\/p:dmLimit>)/u,
      "$2$1",
    );
    expect(await schemaErrors(swapped, sharedPath("isds/dmBaseTypes.xsd"))).not.toEqual([]);
  });

  it("asks for every state that a received message may be in, the marked and the deleted ones too", () => {
    const [, filter] =
      /dmStatusFilter>(\d+)</u.exec(listReceived("2026-11-20T08:00:00.000Z", 1, 500).body) ?? [];
    expect(Number(filter)).toBe(16 + 32 + 64 + 128 + 512 + 1024);
  });

  it("escapes what it is given", () => {
    expect(contentOf(downloadSigned("<&>").body)).toContain("&lt;&amp;");
  });
});
