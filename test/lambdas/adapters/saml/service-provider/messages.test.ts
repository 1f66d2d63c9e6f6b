import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { makeServiceProvider } from "../../../../../lambdas/adapters/saml/service-provider/service-provider.ts";
import type { ServiceProvider } from "../../../../../lambdas/services/ports/service-provider.ts";
import { base64, makeBench, NOW, type PortalBench, settings } from "../../../../support/portal-answers.ts";
import { deflate } from "../../../../../lambdas/adapters/saml/xml/encoding.ts";
import { isSignedBy } from "../../../../local/portal/rig.ts";

let bench: PortalBench;
let ours: ServiceProvider;
beforeAll(async () => {
  bench = await makeBench();
  ours = makeServiceProvider({ settings, keys: async () => bench.ours, clock: () => NOW });
});

const xmlOf = (fields: { SAMLRequest: string }): string =>
  Buffer.from(fields.SAMLRequest, "base64").toString();

describe("a request", () => {
  it("asks for a new login at the level of the settings, and for what the linking needs", async () => {
    const { fields, id, requestId, askedAt, level, action } = await ours.authenticationRequest();
    const xml = xmlOf(fields);
    expect({ requestId, askedAt, level, action }).toEqual({
      requestId: id,
      askedAt: NOW,
      level: "high",
      action: settings.portal.url,
    });
    expect(xml).toContain(
      `ID="${id}" Version="2.0" IssueInstant="2026-11-23T09:00:00Z" Destination="${settings.portal.url}"`,
    );
    expect(xml).toContain('ForceAuthn="true"');
    expect(xml).toContain('Comparison="minimum"><saml:AuthnContextClassRef>http://eidas.europa.eu/LoA/high<');
    const asked = [...xml.matchAll(/Name="[^"]*\/(\w+)" NameFormat="[^"]*" isRequired="(\w+)"/g)].map(
      ([, name, required]) => `${name} ${required}`,
    );
    expect(asked).toEqual([
      "PersonIdentifier true",
      "CurrentGivenName true",
      "CurrentFamilyName true",
      "DateOfBirth true",
      "CurrentAddress true",
      "tradresaid false",
      "idtype true",
      "idnumber true",
    ]);
  });

  it("stands in the order of the schema", async () => {
    const { fields } = await ours.authenticationRequest();
    const order = ["saml:Issuer", "Signature ", "samlp:Extensions", "samlp:RequestedAuthnContext"];
    const places = order.map((name) => xmlOf(fields).indexOf(`<${name}`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it("is the same by both bindings, signed inside", async () => {
    const { fields, url } = await ours.authenticationRequest({ relayState: "a b&c" });
    const query = new URL(url).searchParams;
    expect([...query.keys()]).toEqual(["SAMLRequest", "RelayState"]);
    expect(query.get("RelayState")).toBe("a b&c");
    expect(fields.RelayState).toBe("a b&c");
    const inflated = inflateRawSync(Buffer.from(query.get("SAMLRequest") ?? "", "base64")).toString();
    expect(inflated).toBe(xmlOf(fields));
    expect(isSignedBy(inflated, bench.ours.certificatePem)).toBe(true);
    expect(isSignedBy(inflated, bench.stranger.certificatePem)).toBe(false);
    expect(url.length).toBeLessThan(6000);
  });

  it("has another ID each time, which tells nothing", async () => {
    const ids = new Set<string>();
    for (let count = 0; count < 20; count += 1) ids.add((await ours.authenticationRequest()).id);
    expect(ids.size).toBe(20);
    for (const id of ids) expect(id).toMatch(/^_[0-9a-f]{32}$/);
  });

  it("carries no RelayState of more than 80 bytes", async () => {
    await expect(ours.authenticationRequest({ relayState: "ž".repeat(41) })).rejects.toThrow("RelayState");
    await expect(ours.authenticationRequest({ relayState: "ž".repeat(40) })).resolves.toBeDefined();
  });

  it("is signed with the first of our keys", async () => {
    const keys = { current: bench.stranger, previous: bench.ours };
    const changing = makeServiceProvider({ settings, keys: async () => keys, clock: () => NOW });
    const { fields } = await changing.authenticationRequest();
    expect(isSignedBy(xmlOf(fields), bench.stranger.certificatePem)).toBe(true);
  });

  it("to log out names the session, whatever is in its name", async () => {
    const { fields, id } = await ours.logoutRequest({ nameId: 'CZ/<&">', sessionIndex: "_1" });
    const xml = xmlOf(fields);
    expect(xml).toContain(`<samlp:LogoutRequest`);
    expect(xml).toContain(`ID="${id}"`);
    expect(xml).toContain('nameid-format:persistent">CZ/&lt;&amp;"&gt;</saml:NameID><samlp:SessionIndex>_1<');
    expect(isSignedBy(xml, bench.ours.certificatePem)).toBe(true);
  });
});

describe("the answer to a logout", () => {
  const answer = (status: string, { root = "LogoutResponse", inResponseTo = "_1" } = {}): string =>
    `<p:${root} xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_2" InResponseTo="${inResponseTo}"><p:Status>` +
    `<p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></p:Status></p:${root}>`;
  const terms = { requestId: "_1", binding: "post" as const };

  it.each([
    ["Success", true],
    ["Responder", false],
    ["Requester", false],
  ])("%s", (status, loggedOut) => {
    expect(ours.readLogoutAnswer(base64(answer(status)), terms)).toEqual({ loggedOut });
  });

  it("may come by Redirect", () => {
    const text = deflate(answer("Success"));
    expect(ours.readLogoutAnswer(text, { ...terms, binding: "redirect" })).toEqual({ loggedOut: true });
  });

  it.each([
    ["to another request", base64(answer("Success", { inResponseTo: "_3" })), "request"],
    ["that is a Response", base64(answer("Success", { root: "Response" })), "xml"],
    ["of an unknown status", base64(answer("Anything")), "status"],
    ["that is not base64", "<x/>", "encoding"],
    ["that is too large", base64("x".repeat(100_000)), "encoding"],
    ["with a DOCTYPE", base64(`<!DOCTYPE x>${answer("Success")}`), "xml"],
  ])("%s is refused", (_, text, fault) => {
    expect(() => ours.readLogoutAnswer(text, terms)).toThrow(expect.objectContaining({ fault }));
  });
});
