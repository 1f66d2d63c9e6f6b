import { beforeAll, describe, expect, it } from "vitest";
import {
  makeBench,
  makeResponse,
  type Making,
  type PortalBench,
  readAt,
  replacing,
} from "../../../../support/portal-answers.ts";

let bench: PortalBench;
beforeAll(async () => {
  bench = await makeBench();
});

const hidden = (status: string): Making => ({
  assertion: replacing(
    "</AttributeStatement>",
    `<Attribute Name="urn:oasis:names:tc:SAML:2.0:protocol/statuscode"><AttributeValue>urn:oasis:names:tc:SAML:2.0:status:${status}</AttributeValue></Attribute></AttributeStatement>`,
  ),
});

describe("an authentic no", () => {
  it.each<[string, Making, { reason: string; statusCode: string }]>([
    [
      "AuthnFailed",
      { status: ["Responder", "AuthnFailed"], empty: true },
      { reason: "failed", statusCode: "AuthnFailed" },
    ],
    [
      "NoAuthnContext",
      { status: ["Responder", "NoAuthnContext"], empty: true },
      { reason: "level", statusCode: "NoAuthnContext" },
    ],
    [
      "RequestDenied",
      { status: ["Responder", "RequestDenied"], empty: true },
      { reason: "cancelled", statusCode: "RequestDenied" },
    ],
    [
      "Requester alone",
      { status: ["Requester"], empty: true },
      { reason: "failed", statusCode: "Requester" },
    ],
    [
      "an error with a good assertion",
      { status: ["Responder", "AuthnFailed"] },
      { reason: "failed", statusCode: "AuthnFailed" },
    ],
    [
      "Responder over Success",
      { status: ["Responder", "Success"], empty: true },
      { reason: "failed", statusCode: "Responder" },
    ],
    [
      "a second code of nobody's",
      {
        status: ["Responder", "AuthnFailed"],
        empty: true,
        response: replacing(
          "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed",
          "urn:x:<script>".replace("<", "&lt;"),
        ),
      },
      { reason: "failed", statusCode: "Responder" },
    ],
    [
      "a failure hidden under Success",
      hidden("AuthnFailed"),
      { reason: "failed", statusCode: "AuthnFailed" },
    ],
    [
      "a denial hidden under Success",
      hidden("RequestDenied"),
      { reason: "cancelled", statusCode: "RequestDenied" },
    ],
  ])("%s", async (_, making, expected) => {
    expect(await readAt(bench, makeResponse(bench, making))).toEqual({
      outcome: "refused",
      requestId: "_0123456789abcdef0123456789abcdef",
      ...expected,
    });
  });

  it.each([
    ["one attribute", { CurrentAddress: undefined }, ["CurrentAddress"]],
    ["an empty one", { idnumber: "" }, ["idnumber"]],
    ["the identifier", { PersonIdentifier: undefined }, ["PersonIdentifier"]],
    ["several", { CurrentGivenName: undefined, DateOfBirth: undefined }, ["CurrentGivenName", "DateOfBirth"]],
  ])("consent refused: %s is missing", async (_, values, missing) => {
    expect(await readAt(bench, makeResponse(bench, { values }))).toEqual({
      outcome: "refused",
      requestId: "_0123456789abcdef0123456789abcdef",
      reason: "consent",
      missing,
      session: {
        nameId: "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
        sessionIndex: "_6fa6ffe25af24902bd40d3a9b6919f7d",
      },
    });
  });
});

describe("an error is no evidence", () => {
  it("unsigned", async () => {
    const making: Making = { status: ["Responder", "AuthnFailed"], empty: true, signResponse: (xml) => xml };
    await expect(readAt(bench, makeResponse(bench, making))).rejects.toMatchObject({ fault: "signature" });
  });
  it("to another request", async () => {
    const making: Making = {
      status: ["Responder"],
      empty: true,
      response: replacing(/InResponseTo="[^"]*"/, 'InResponseTo="_x"'),
    };
    await expect(readAt(bench, makeResponse(bench, making))).rejects.toMatchObject({ fault: "request" });
  });
  it("of yesterday", async () => {
    const making: Making = { status: ["Responder"], empty: true, shift: -86_400_000 };
    await expect(readAt(bench, makeResponse(bench, making))).rejects.toMatchObject({ fault: "time" });
  });
});
