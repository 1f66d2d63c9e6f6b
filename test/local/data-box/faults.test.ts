import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../../local/data-box/faults.ts";
import type { DataBoxSimulator } from "../../../local/data-box/simulator.ts";
import { call, codeOf, deliver, idField, json, list, listFields, startSimulator, texts } from "./setup.ts";

describe("faults", () => {
  let simulator: DataBoxSimulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());
  afterEach(async () => {
    await json(simulator, "DELETE", "/_sim/faults");
    await json(simulator, "DELETE", "/_sim/messages");
  });

  const break_ = (fault: Fault): Promise<unknown> => json(simulator, "POST", "/_sim/faults", fault);
  const ask = (): Promise<Response> => call(simulator, "GetListOfReceivedMessages", listFields());

  const answers: [fault: Fault, status: number, text: RegExp][] = [
    [{ kind: "maintenance" }, 503, /<faultcode>Odstávka<\/faultcode><faultstring>Systém datových schránek/],
    [{ kind: "unauthorized" }, 401, /^Unauthorized/],
    [{ kind: "login-redirect" }, 302, /^$/],
    [{ kind: "html" }, 200, /^<!DOCTYPE html>/],
    [{ kind: "doctype" }, 200, /^<\?xml [^>]*>\n<!DOCTYPE x \[<!ENTITY/],
    [{ kind: "truncated" }, 200, /[^>\n]$/],
    [{ kind: "slow-drip", delayMs: 1 }, 200, /<\/SOAP-ENV:Envelope>\n$/],
    [{ kind: "status", code: "3009" }, 200, /StatusCode>3009</],
  ];
  it.each(answers)("%o", async (fault, status, text) => {
    await break_(fault);
    const response = await ask();
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
  });

  it("names the login page in the redirect", async () => {
    await break_({ kind: "login-redirect" });
    expect((await ask()).headers.get("location")).toMatch(/^\/as\/login/);
  });

  it("ends the connection in the middle", async () => {
    await break_({ kind: "disconnected" });
    await expect(ask().then((response) => response.text())).rejects.toThrow("terminated");
  });

  it("lasts as often as it is told to, and only for its operation", async () => {
    await break_({ kind: "maintenance", times: 2, operation: "GetListOfReceivedMessages" });
    const owner = await call(simulator, "GetOwnerInfoFromLogin", "<p:dbDummy/>");
    const statuses = [owner.status, (await ask()).status, (await ask()).status, (await ask()).status];
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect((await json<{ active: Fault[] }>(simulator, "GET", "/_sim/faults")).active).toEqual([]);
  });

  it("makes a call wait and refuses a parallel one", async () => {
    await break_({ kind: "throttle", delayMs: 150 });
    const both = await Promise.all([ask(), ask()]);
    const codes = await Promise.all(both.map(async (response) => codeOf(await response.text())));
    expect(codes.toSorted()).toEqual(["0000", "3008"]);
    expect(codeOf(await (await ask()).text())).toBe("0000");
  });

  it("gives a message without its time stamp, then with it", async () => {
    const [id = ""] = await deliver(simulator, {});
    await list(simulator);
    await break_({ kind: "no-stamp", times: 1 });
    const download = async (): Promise<string> =>
      (await call(simulator, "MessageDownload", idField(id))).text();
    const [without, with_] = [await download(), await download()];
    expect([codeOf(without), codeOf(with_)]).toEqual(["0005", "0000"]);
    expect([texts(without, "dmQTimestamp"), texts(with_, "dmQTimestamp")]).toEqual([
      [""],
      [expect.stringMatching(/./)],
    ]);
  });

  it("repeats a message on the next page", async () => {
    const ids = (await deliver(simulator, { preset: "autumn-night" })).concat(await deliver(simulator, {}));
    await break_({ kind: "duplicate-across-pages" });
    const pages = [await list(simulator, { limit: 2 }), await list(simulator, { offset: 3, limit: 2 })];
    expect(pages.map((page) => texts(page, "dmID"))).toEqual([
      [ids[0], ids[1]],
      [ids[1], ids[2]],
    ]);
  });

  it("lets a message arrive between two pages", async () => {
    const [id] = await deliver(simulator, {});
    await break_({ kind: "arrival-between-pages", times: 1 });
    expect(texts(await list(simulator, { limit: 500 }), "dmID")).toEqual([id]);
    expect(texts(await list(simulator, { limit: 500 }), "dmID")).toHaveLength(2);
  });

  it.each([
    ["no such kind", { kind: "earthquake" }],
    ["no such code", { kind: "status", code: "1234" }],
    ["another field", { kind: "html", often: true }],
  ])("is refused with %s", async (_why, fault) => {
    const response = await fetch(`${simulator.url}/_sim/faults`, {
      method: "POST",
      body: JSON.stringify(fault),
    });
    expect(response.status).toBe(400);
  });
});

describe("control", () => {
  it("moves the clock and delivers the night that has half past two twice", async () => {
    const simulator = await startSimulator({ clock: () => Date.parse("2026-11-20T08:00:00Z") });
    const [id = ""] = await deliver(simulator, { preset: "autumn-night" });
    expect(texts(await list(simulator), "dmDeliveryTime")).toEqual([
      "2026-10-25T02:30:00.000+02:00",
      "2026-10-25T02:30:00.000+01:00",
    ]);
    await json(simulator, "POST", "/_sim/clock", { advanceDays: 91 });
    expect(codeOf(await (await call(simulator, "MessageDownload", idField(id))).text())).toBe("1219");
    await simulator.close();
  });

  it.each(["doctype-attachment", "entity-bomb", "zip-bomb"])(
    "delivers the hostile file %s",
    async (preset) => {
      const simulator = await startSimulator();
      const [id = ""] = await deliver(simulator, { preset });
      await list(simulator);
      const answer = await (await call(simulator, "MessageDownload", idField(id))).text();
      const bytes = Buffer.from(texts(answer, "dmEncodedContent")[0] ?? "", "base64");
      expect(bytes.subarray(0, 9).toString() === "<!DOCTYPE" || bytes.readUInt16BE() === 0x1f8b).toBe(true);
      await simulator.close();
    },
  );
});
