import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ReceivedRequest } from "../../../local/nia/control/received.ts";
import { document, identification } from "./payloads.ts";
import { type Token, render } from "./requests.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
let token: Token;
beforeAll(async () => {
  rig = await startRig();
  token = await rig.secondToken();
});
afterAll(() => rig.simulator.close());
beforeEach(() => rig.control("POST", "reset"));

const call = () => {
  const draft = rig.thirdCall(token, "TR_ZTOTOZNENI", identification({ Doklad: document("900000101") }));
  return { id: draft.messageId, answer: rig.send(rig.simulator.endpoints.public, render(draft)) };
};
const ask = (fault: object) => rig.control("POST", "faults", fault);
const received = () => rig.control<ReceivedRequest[]>("GET", "received");

describe("faults that were asked for", () => {
  it.each([
    ["http-503", 503, "<h2>Service Unavailable</h2>"],
    ["wcf-fault", 500, "x:InternalServiceFault"],
    ["gateway-fault", 500, "<GGErrorException"],
    ["govtalk-error", 200, "<GovTalkErrors><Errors><Error>"],
    ["transaction-error", 200, "<BodyBase64XML>"],
  ])("%s: instead of the work, once", async (kind, status, content) => {
    await ask({ kind, endpoint: "public" });
    const [first, second] = [await call().answer, await call().answer];

    expect(first.status).toBe(status);
    expect(first.text).toContain(content);
    expect(second.status).toBe(200);
    expect((await received()).map(({ outcome }) => outcome)).toEqual(["Status=OK", "not processed"]);
  });

  it("are told in the reply as a transaction's text", async () => {
    await ask({ kind: "transaction-error", detail: "Something else" });
    const { text } = await call().answer;
    const body = /<BodyBase64XML>([^<]*)/.exec(text)?.[1] ?? "";
    expect(Buffer.from(body, "base64").toString()).toContain("<Detail>Something else</Detail>");
  });

  it("drop the connection after the work is done", async () => {
    await ask({ kind: "drop-after-processing", transaction: "TR_ZTOTOZNENI" });
    await expect(call().answer).rejects.toThrow("fetch failed");
    expect((await received())[0]).toMatchObject({ outcome: "Status=OK", fault: "drop-after-processing" });
  });

  it("hang without doing the work, then drop the connection", async () => {
    await ask({ kind: "hang", seconds: 0.05 });
    await expect(call().answer).rejects.toThrow("fetch failed");
    expect((await received())[0]).toMatchObject({ outcome: "not processed", fault: "hang" });
  });

  it("delay the reply", async () => {
    await ask({ kind: "slow", seconds: 0.05 });
    expect((await call().answer).status).toBe(200);
  });

  it("answer another message", async () => {
    await ask({ kind: "wrong-relates-to" });
    const { id, answer } = call();
    const { text } = await answer;
    expect(text).toContain("<a:RelatesTo>urn:uuid:");
    expect(text).not.toContain(id);
  });

  it("answer with a timestamp of yesterday", async () => {
    await ask({ kind: "expired-timestamp" });
    const expires = /<u:Expires>([^<]*)/.exec((await call().answer).text)?.[1] ?? "";
    expect(Date.parse(expires)).toBeLessThan(Date.now() - 80_000_000);
  });

  it("answer with more than anyone should read", async () => {
    await ask({ kind: "huge" });
    expect((await call().answer).text.length).toBeGreaterThan(30_000_000);
  });

  it("come after so many good calls, and so many times", async () => {
    await ask({ kind: "http-503", after: 1, times: 2 });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await call().answer).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  it("wait for their own service and transaction", async () => {
    await ask({ kind: "http-503", endpoint: "ipsts" });
    await ask({ kind: "http-503", transaction: "TR_NOTIFIKACE_IDP" });
    expect((await call().answer).status).toBe(200);
    expect(await rig.control("GET", "faults")).toHaveLength(2);
    expect(await rig.control("DELETE", "faults")).toEqual([]);
  });
});

describe("the control API", () => {
  it("switches an outage of all services on and off", async () => {
    await rig.control("POST", "outage", { on: true });
    expect((await call().answer).status).toBe(503);
    await rig.control("POST", "outage", { on: false });
    expect((await call().answer).status).toBe(200);
  });

  it("lists what was received, with ids and without secrets or people", async () => {
    const { id, answer } = call();
    await answer;
    const list = await received();
    expect(list[0]).toMatchObject({ endpoint: "public", transaction: "TR_ZTOTOZNENI", messageId: id });
    expect(JSON.stringify(list)).not.toMatch(/JANA|900000101/);
  });

  it.each([
    ["a fault that it does not know", "faults", { kind: "flood" }],
    ["a field that it does not know", "faults", { kind: "hang", second: 1 }],
    ["an outage that is neither on nor off", "outage", { on: "perhaps" }],
    ["a change that is none", "notifications", { residentId: "jana", change: { birthDate: "1988-02-30" } }],
  ])("refuses %s", async (_name, path, input) => {
    await expect(rig.control("POST", path, input)).rejects.toThrow("The input is not valid.");
  });

  it("refuses other sites and paths that are not there", async () => {
    const url = `${rig.simulator.url}/_sim/outage`;
    const foreign = await fetch(url, {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site" },
      body: `{"on":true}`,
    });
    const missing = await fetch(`${rig.simulator.url}/_sim/other`);
    expect([foreign.status, missing.status]).toEqual([403, 404]);
  });
});
