import { DOMParser } from "@xmldom/xmldom";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Variant } from "../../../local/data-box/office/variants.ts";
import type { DataBoxSimulator } from "../../../local/data-box/simulator.ts";
import { residents } from "../../../local/nia/residents.ts";
import { complaints } from "./schema.ts";
import { answerOf, call, idField, json, list, startSimulator, texts } from "./setup.ts";

const CODE = "7K3M-9QXT-2B4H";
const person = {
  firstName: "Žofie",
  lastName: "Nová",
  birthDate: "1990-02-03",
  citizenships: ["CZE"],
  address: { street: "Milešovská 1136/5a", city: "Praha 3", postalCode: "130 00" },
  addressPlaceCode: "21784563",
  documents: [{ type: "ID", number: "900000999" }],
};

describe("the office", () => {
  let simulator: DataBoxSimulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());
  beforeEach(() => json(simulator, "DELETE", "/_sim/messages"));

  const answer = async (order: object): Promise<string[]> =>
    (await json<{ messageIds: string[] }>(simulator, "POST", "/office/answers", order)).messageIds;

  async function opened(id: string): Promise<string> {
    await list(simulator);
    return (await call(simulator, "MessageDownload", idField(id))).text();
  }

  /** The XML attachment, however it is carried. */
  async function document(id: string): Promise<string> {
    const message = await opened(id);
    const [inline] = Array.from(answerOf(message).getElementsByTagName("PoskytnutiUdaju"));
    if (inline !== undefined) return inline.toString();
    return Buffer.from(texts(message, "dmEncodedContent")[1] ?? "", "base64").toString("utf8");
  }

  const text = (xml: string, name: string): string[] =>
    Array.from(
      new DOMParser().parseFromString(xml, "text/xml").getElementsByTagName(name),
      (element) => element.textContent ?? "",
    );

  describe("answers by the schema", () => {
    it.each(residents.filter((resident) => resident.deceased !== true).map(({ id }) => id))(
      "about the resident %s",
      async (residentId) => {
        const [id = ""] = await answer({ code: CODE, residentId });
        expect(await complaints("registryAnswer", await document(id))).toEqual([]);
      },
    );

    it("about a typed person, with names in capitals", async () => {
      const [id = ""] = await answer({ code: CODE, person });
      const xml = await document(id);
      expect(await complaints("registryAnswer", xml)).toEqual([]);
      const names = ["Jmeno", "Prijmeni", "Ulice", "CisloDomovni", "CisloOrientacni", "PismenoOrientacni"];
      expect(names.map((name) => text(xml, name)[0])).toEqual([
        "ŽOFIE",
        "NOVÁ",
        "Milešovská",
        "1136",
        "5",
        "a",
      ]);
      expect([text(xml, "MestskyObvod"), text(xml, "Obec")[0], text(xml, "PSC")]).toEqual([
        ["Praha 3"],
        "Praha",
        ["13000"],
      ]);
    });

    it.each([
      "as-typed",
      "typing-error",
      "without-code",
      "twice",
      "permanent",
      "xml-element",
      "other-sender",
    ] as const)("in the variant %s", async (variant) => {
      const [id = ""] = await answer({ code: CODE, residentId: "jana", variant });
      expect(await complaints("registryAnswer", await document(id))).toEqual([]);
    });
  });

  const told: [variant: Variant, element: string, values: string[]][] = [
    ["as-typed", "ZpravaProPrijemce", [CODE]],
    ["typing-error", "ZpravaProPrijemce", ["7K4M-9QXT-2B4H"]],
    ["without-code", "ZpravaProPrijemce", []],
    ["as-typed", "ZpusobPoskytnuti", ["jednorazove"]],
    ["permanent", "ZpusobPoskytnuti", ["trvale"]],
    ["xml-element", "ZpravaProPrijemce", [CODE]],
  ];
  it.each(told)("in the variant %s says in %s %j", async (variant, element, values) => {
    const [id = ""] = await answer({ code: CODE, residentId: "jana", variant });
    expect(text(await document(id), element)).toEqual(values);
  });

  it("answers twice where asked to", async () => {
    const ids = await answer({ code: CODE, residentId: "jana", variant: "twice" });
    expect(new Set(ids).size).toBe(2);
  });

  it("sends XML that ends in the middle", async () => {
    const [id = ""] = await answer({ code: CODE, residentId: "jana", variant: "malformed" });
    expect(await complaints("registryAnswer", await document(id))).not.toEqual([]);
  });

  it("puts a PDF beside the XML, with `pdf` as its type in one variant", async () => {
    const [id = ""] = await answer({ code: CODE, residentId: "jana", variant: "xml-element" });
    const message = await opened(id);
    expect(Buffer.from(texts(message, "dmEncodedContent")[0] ?? "", "base64").toString("latin1")).toMatch(
      /^%PDF-1\.4[\s\S]*%%EOF\n$/,
    );
    expect(message).toContain('dmMimeType="pdf"');
    const [only = ""] = await answer({ code: CODE, residentId: "jana", variant: "without-xml" });
    expect(texts(await opened(only), "dmEncodedContent")).toHaveLength(1);
  });

  const sealed: [variant: Variant, expected: object][] = [
    ["as-typed", { seal: "valid", senderBoxId: "jjqjqih" }],
    ["other-sender", { seal: "valid", senderBoxId: "xx9simu" }],
    ["unsealed", { seal: "none", senderBoxId: "jjqjqih" }],
    ["foreign-seal", { seal: "foreign", senderBoxId: "jjqjqih" }],
    ["tampered", { seal: "tampered", senderBoxId: "jjqjqih" }],
  ];
  it.each(sealed)("sends the variant %s as %o", async (variant, expected) => {
    await answer({ code: CODE, residentId: "jana", variant });
    const [message] = await json<object[]>(simulator, "GET", "/_sim/messages");
    expect(message).toMatchObject(expected);
  });

  it.each([
    ["nobody", { code: CODE }],
    ["both", { code: CODE, residentId: "jana", person }],
    ["an unknown resident", { code: CODE, residentId: "nikdo" }],
    ["an unknown variant", { code: CODE, residentId: "jana", variant: "loud" }],
    ["an unknown field", { code: CODE, residentId: "jana", hurry: true }],
    ["a date that is none", { code: CODE, person: { ...person, birthDate: "1990-02-31" } }],
  ])("refuses %s", async (_why, order) => {
    const response = await fetch(`${simulator.url}/office/answers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });
    expect(response.status).toBe(400);
    expect(await json<unknown[]>(simulator, "GET", "/_sim/messages")).toEqual([]);
  });
});
