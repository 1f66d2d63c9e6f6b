import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DataBoxSimulator } from "../../../local/data-box/simulator.ts";
import { hasShared } from "../../support/shared.ts";
import { complaints, unwrapped } from "./schema.ts";
import { box, call, codeOf, deliver, idField, list, startSimulator, texts } from "./setup.ts";

describe("answers", () => {
  let simulator: DataBoxSimulator;
  let ids: string[];
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());
  beforeEach(async () => {
    await fetch(`${simulator.url}/_sim/messages`, { method: "DELETE" });
    ids = [
      ...(await deliver(simulator, { annotation: 'Věc & "uvozovky" <b>' })),
      ...(await deliver(simulator, { preset: "large" })),
      ...(await deliver(simulator, { preset: "spam" })),
      ...(await deliver(simulator, { preset: "system" })),
    ];
  });

  const first = (): string => ids[0] ?? "";
  const valid: [name: string, schema: "messages" | "boxes", ask: () => Promise<string>][] = [
    ["a list", "messages", () => list(simulator)],
    ["an empty list", "messages", () => list(simulator, { filter: "8" })],
    ["a message", "messages", async () => listed("MessageDownload", idField(first()))],
    ["a signed message", "messages", async () => listed("SignedMessageDownload", idField(first()))],
    ["a refused message", "messages", async () => listed("MessageDownload", idField("1"))],
    ["a refused signed message", "messages", async () => listed("SignedMessageDownload", idField("1"))],
    ["a mark", "messages", async () => listed("MarkMessageAsDownloaded", idField(first()))],
    ["the owner", "boxes", async () => listed("GetOwnerInfoFromLogin", "<p:dbDummy/>")],
  ];
  const listed = async (operation: string, fields: string): Promise<string> => {
    await list(simulator);
    return (await call(simulator, operation, fields)).text();
  };

  describe.skipIf(!hasShared)("are valid by the schemas of ISDS", () => {
    it.each(valid)("%s", async (_name, schema, ask) => {
      expect(await complaints(schema, unwrapped(await ask()))).toEqual([]);
    });

    it("except where fields are left out, as in old documents", async () => {
      await fetch(`${simulator.url}/_sim/faults`, {
        method: "POST",
        body: JSON.stringify({ kind: "absent-fields", times: 1 }),
      });
      const answer = await list(simulator);
      expect(texts(answer, "dmSenderOrgUnit")).toEqual([]);
      expect(await complaints("messages", unwrapped(answer))).not.toEqual([]);
    });
  });

  it("keeps the text of the sender whole", async () => {
    expect(texts(await list(simulator), "dmAnnotation")[0]).toBe('Věc & "uvozovky" <b>');
  });

  it("mixes prefixes and breaks base64 by line ends", async () => {
    const answer = await listed("SignedMessageDownload", idField(first()));
    expect(answer).toContain("<q:dmStatus ");
    expect(answer).toMatch(/<p:dmSignature>[A-Za-z0-9+/]{76}\n/);
    expect(await list(simulator)).toContain(`<dmRecord xmlns="http://isds.czechpoint.cz/v20" dmVODZ="true">`);
  });

  it("refuses a large message by 1281 and marks what the list must mark", async () => {
    const answer = await list(simulator);
    expect(answer).toContain('specMessFlag="1"');
    expect(texts(answer, "dmSenderType")).toEqual(["10", "10", "20", "0"]);
    expect(codeOf(await listed("SignedMessageDownload", idField(ids[1] ?? "")))).toBe("1281");
  });

  it("names the owner of the box without delivering anything", async () => {
    const answer = await (await call(simulator, "GetOwnerInfoFromLogin", "<p:dbDummy/>")).text();
    expect([texts(answer, "dbID"), texts(answer, "ic")]).toEqual([[box.id], [box.ic]]);
    const states = (await (await fetch(`${simulator.url}/_sim/messages`)).json()) as { state: number }[];
    expect(states.map(({ state }) => state)).toEqual([4, 4, 4, 4]);
  });

  it("answers an operation that the service has not by 2006", async () => {
    const response = await call(simulator, "GetListOfSentMessages", "");
    expect([response.status, codeOf(await response.text())]).toEqual([200, "2006"]);
  });
});
