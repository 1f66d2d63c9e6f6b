import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { render } from "./requests.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.simulator.close());

describe("over HTTP", () => {
  it.each([
    ["SOAP 1.1's media type", "text/xml; charset=utf-8", 415],
    ["another charset", "application/soap+xml; charset=iso-8859-2", 415],
  ])("refuses %s", async (_name, contentType, status) => {
    const answer = await rig.send(rig.simulator.endpoints.ipsts, render(rig.firstCall()), contentType);
    expect(answer.status).toBe(status);
  });

  it("refuses an action in the media type that is not the message's", async () => {
    const contentType = `application/soap+xml; charset=utf-8; action="urn:other"`;
    const answer = await rig.send(rig.simulator.endpoints.ipsts, render(rig.firstCall()), contentType);
    expect(answer.text).toContain("x:ActionNotSupported");
  });

  it("refuses GET and what is too large", async () => {
    const get = await fetch(rig.simulator.endpoints.ipsts);
    const large = await rig.send(rig.simulator.endpoints.ipsts, " ".repeat(1_100_000));
    expect([get.status, large.status]).toEqual([405, 413]);
  });
});
