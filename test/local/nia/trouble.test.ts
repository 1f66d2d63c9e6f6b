import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Identity, selfSigned } from "../../../local/certificates.ts";
import type { ReceivedRequest } from "../../../local/nia/control/received.ts";
import { document, identification } from "./payloads.ts";
import { type Token, certificateDraft, render } from "./requests.ts";
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
    ["security-fault", 500, "x:InvalidSecurity"],
    ["authentication-fault", 500, "x:FailedAuthentication"],
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

  it("drop the connection instead of the work", async () => {
    await ask({ kind: "reset" });
    await expect(call().answer).rejects.toThrow("fetch failed");
    expect((await received())[0]).toMatchObject({ outcome: "not processed", fault: "reset" });
  });

  it.each([
    ["wrong-action", /<a:Action [^>]*>urn:other</],
    ["wrong-namespace", /<s:Body><SubmitResponse xmlns="urn:x"/],
    ["no-timestamp", /<o:Security [^>]*><\/o:Security>/],
    ["document-type", /^<!DOCTYPE/],
    ["deep", /(?:<d>){1000}/],
    ["mtom", /^--part\r\n[^]*<x:Include /],
  ])("make the reply worse: %s", async (kind, expected) => {
    await ask({ kind, endpoint: "public" });
    const [worse, good] = [await call().answer, await call().answer];
    expect(worse.text).toMatch(expected);
    expect(good.text).not.toMatch(expected);
    expect((await received()).map(({ outcome }) => outcome)).toEqual(["Status=OK", "Status=OK"]);
  });

  it.each(["forged-token", "other-secret"])("make a token worse: %s", async (kind) => {
    await ask({ kind });
    expect((await call().answer).status, "no token, no fault").toBe(200);
    const { endpoints } = rig.simulator;
    const { text } = await rig.send(endpoints.ipsts, render(rig.firstCall()));
    const secrets = [...text.matchAll(/BinarySecret>([^<]+)/g)].map(([, secret]) => secret);
    expect(new Set(secrets).size).toBe(kind === "other-secret" ? 2 : 1);
    expect(text.includes("somebody else")).toBe(kind === "forged-token");
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
    expect((await call().answer).text.length).toBeGreaterThan(8_000_000);
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

  it("delays every reply, and is reset to what it was", async () => {
    await rig.control("POST", "conditions", { latencySeconds: 0.2 });
    const began = performance.now();
    await call().answer;
    expect(performance.now() - began).toBeGreaterThan(190);
    await rig.control("POST", "reset");
    expect(await rig.control("GET", "conditions")).toMatchObject({ latencySeconds: 0 });
  });

  it("takes other certificates of the provider, and no longer the first", async () => {
    const changed = await selfSigned({ commonName: "Provider" });
    const { endpoints, realms } = rig.simulator;
    const statusOf = async (identity: Identity) =>
      (
        await rig.send(
          endpoints.ipsts,
          render(certificateDraft(endpoints.ipsts, realms.fpsts, identity, new Date())),
        )
      ).status;
    const accept = (...identities: Identity[]) =>
      rig.control("POST", "conditions", {
        clientCertificates: identities.map(({ certificatePem }) => certificatePem),
      });
    expect([await statusOf(rig.client), await statusOf(changed)]).toEqual([200, 500]);
    await accept(rig.client, changed);
    expect([await statusOf(rig.client), await statusOf(changed)]).toEqual([200, 200]);
    await accept(changed);
    expect([await statusOf(rig.client), await statusOf(changed)]).toEqual([500, 200]);
  });

  it("has a clock that is off", async () => {
    await rig.control("POST", "conditions", { clockSeconds: 50 });
    const created = /<u:Created>([^<]*)/.exec((await call().answer).text)?.[1] ?? "";
    expect(Math.round((Date.parse(created) - Date.now()) / 10_000)).toBe(5);
    await rig.control("POST", "conditions", { clockSeconds: -600 });
    expect((await call().answer).status).toBe(500);
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
    ["a page of nothing", "conditions", { feed: { pageSize: 0 } }],
    ["a certificate that is none", "conditions", { clientCertificates: ["x"] }],
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
