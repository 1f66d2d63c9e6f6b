import { readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DataBoxSimulator } from "../../../local/data-box/simulator.ts";
import { hasShared, sharedPath } from "../../support/shared.ts";
import { ISDS, authorization, codeOf, listFields, post, soap, startSimulator } from "./setup.ts";

const operation = (fields: string, name = "GetListOfReceivedMessages"): string =>
  soap(`<p:${name} xmlns:p="${ISDS}">${fields}</p:${name}>`);
const mark = (fields: string): string => operation(fields, "MarkMessageAsDownloaded");

describe("requests", () => {
  let simulator: DataBoxSimulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  const refused: [why: string, body: string][] = [
    ["fields in another order", mark(listFields())],
    [
      "swapped fields",
      operation(listFields().replaceAll("dmFromTime", "x").replaceAll("dmToTime", "dmFromTime")),
    ],
    ["a field left out", operation(listFields().replace('<p:dmLimit xsi:nil="true"/>', ""))],
    ["a field too many", mark("<p:dmID>1</p:dmID><p:dmID>2</p:dmID>")],
    ["a field of another namespace", mark('<dmID xmlns="urn:x">1</dmID>')],
    ["a field without a namespace", mark("<dmID>1</dmID>")],
    ["an operation of another namespace", soap('<MessageDownload xmlns="urn:x"/>')],
    ["two operations", soap(`<a xmlns="${ISDS}"/><a xmlns="${ISDS}"/>`)],
    ["nil where a value is required", mark('<p:dmID xsi:nil="true"/>')],
    [
      "nil with a value",
      operation(
        listFields().replace('<p:dmLimit xsi:nil="true"/>', '<p:dmLimit xsi:nil="true">1</p:dmLimit>'),
      ),
    ],
    ["a date that is none", operation(listFields({ from: "včera" }))],
    [
      "a number that is none",
      operation(listFields().replace('<p:dmLimit xsi:nil="true"/>', "<p:dmLimit>x</p:dmLimit>")),
    ],
    ["a filter that is none", operation(listFields({ filter: "all" }))],
    ["an attribute", mark('<p:dmID a="b">1</p:dmID>')],
    ["text between fields", mark("x<p:dmID>1</p:dmID>")],
    ["elements in a field", mark("<p:dmID><b/></p:dmID>")],
    ["an id too long", mark(`<p:dmID>${"1".repeat(21)}</p:dmID>`)],
    ["a DOCTYPE", `<!DOCTYPE x>${mark("<p:dmID>1</p:dmID>")}`],
    ["broken XML", "<a><b></a>"],
    ["no envelope", `<MessageDownload xmlns="${ISDS}"/>`],
    ["nothing", ""],
  ];

  it.each(refused)("%s: 400 with a Fault", async (_why, body) => {
    const response = await post(simulator, "dx", body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("<faultcode>SOAP-ENV:Client</faultcode>");
  });

  it("are refused in another encoding than UTF-8", async () => {
    const bytes = Buffer.from(mark("<p:dmID>\u00e9</p:dmID>"), "latin1");
    expect((await post(simulator, "dx", Uint8Array.from(bytes))).status).toBe(400);
  });

  it.each([
    ["no SOAPAction", { soapaction: undefined }, 400],
    ["SOAP 1.2", { "content-type": "application/soap+xml" }, 400],
    ["a wrong password", { authorization: `Basic ${Buffer.from("simulace:jine").toString("base64")}` }, 401],
    ["no password", { authorization: undefined }, 401],
    ["the right password", {}, 200],
  ] as const)("with %s", async (_name, difference, status) => {
    const headers = {
      "content-type": "text/xml; charset=UTF-8",
      soapaction: '""',
      authorization,
      ...difference,
    };
    const given = Object.entries(headers).filter(
      (header): header is [string, string] => header[1] !== undefined,
    );
    const response = await fetch(`${simulator.baseUrl}dx`, {
      method: "POST",
      body: operation(listFields()),
      headers: given,
    });
    expect(response.status).toBe(status);
  });

  it("take an empty element for nil, as libdatovka sends it", async () => {
    const fields = listFields().replaceAll(' xsi:nil="true"', "");
    expect(codeOf(await (await post(simulator, "dx", operation(fields))).text())).toBe("0000");
  });

  it("are kept in a log without their values", async () => {
    await post(simulator, "dx", mark("<p:dmID>777</p:dmID>"));
    const calls: unknown[] = (await (await fetch(`${simulator.url}/_sim/calls`)).json()) as unknown[];
    expect(calls.at(-1)).toMatchObject({ operation: "MarkMessageAsDownloaded", http: 200, detail: "1219" });
    expect(JSON.stringify(calls)).not.toContain("777");
  });

  const supported = /^(GetListOfReceived|GetOwnerInfo|MarkMessage|MessageDownload|SignedMessage)/;
  const services: Record<string, string> = {
    GetL: "dx",
    GetO: "DsManage",
    Mark: "dx",
    Mess: "dz",
    Sign: "dz",
  };
  describe.skipIf(!hasShared)("as sketched for the real service are understood", () => {
    const sketches = hasShared
      ? readdirSync(sharedPath("isds/sketches")).filter(
          (name) => name.endsWith(".req.xml") && supported.test(name),
        )
      : [];
    it.each(sketches)("%s", async (name) => {
      const body = readFileSync(sharedPath(`isds/sketches/${name}`), "utf8");
      const answer = await (await post(simulator, services[name.slice(0, 4)] ?? "", body)).text();
      expect(answer).toMatch(/StatusCode>(0000|1219)</);
    });

    it("five of them", () => expect(sketches).toHaveLength(5));
  });
});
