import { beforeAll, describe, expect, it } from "vitest";
import type { LoginRequest } from "../../../../../lambdas/domain/login-request.ts";
import type { LoginFailure } from "../../../../../lambdas/domain/saml-status.ts";
import type { IdentityProvider } from "../../../../../lambdas/services/ports/identity-provider.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import {
  anIdentityProvider,
  authenticatorName,
  familyName,
  personIdentifier,
} from "./support/our-provider.ts";
import {
  aRequest,
  asQuery,
  BINDING,
  NOW,
  signedPost,
  signedQuery,
  theirMetadata,
  them,
  type Wish,
} from "./support/their-requests.ts";

let theirs: Identity;
let provider: IdentityProvider;
beforeAll(async () => {
  theirs = await selfSigned({ commonName: "service" });
  const services =
    '<AttributeConsumingService index="7"><ServiceName xml:lang="en">x</ServiceName>' +
    `<RequestedAttribute Name="${familyName}" isRequired="true"/></AttributeConsumingService>`;
  const metadata = theirMetadata(theirs).replace("</SPSSODescriptor>", `${services}</SPSSODescriptor>`);
  provider = anIdentityProvider({ current: theirs }, [metadata], () => NOW);
});

const read = async (wish: Wish) => await provider.readLoginRequest(signedPost(wish, theirs));
const context = (comparison: string, ...classes: string[]): string =>
  `<samlp:RequestedAuthnContext${comparison}>` +
  classes.map((one) => `<saml:AuthnContextClassRef>${one}</saml:AuthnContextClassRef>`).join("") +
  "</samlp:RequestedAuthnContext>";
const asking = (...attributes: [name: string, required: boolean][]): string =>
  '<samlp:Extensions><eidas:RequestedAttributes xmlns:eidas="http://eidas.europa.eu/saml-extensions">' +
  attributes
    .map(([name, required]) => `<eidas:RequestedAttribute Name="${name}" isRequired="${required}"/>`)
    .join("") +
  "</eidas:RequestedAttributes></samlp:Extensions>";
const nameId = (format: string): string =>
  `<saml:Subject><saml:NameID${format}>somebody</saml:NameID></saml:Subject>`;
const substantial = "http://eidas.europa.eu/LoA/substantial";
const high = "http://eidas.europa.eu/LoA/high";

describe("a request that says no more than it must", () => {
  const expected: LoginRequest = {
    id: "_request-1",
    serviceProvider: them.entityId,
    issuedAt: "2026-11-23T12:00:00.000Z",
    consumerUrl: them.consumerUrl,
    forceAuthn: false,
    isPassive: false,
    level: { comparison: "minimum", classes: [substantial] },
    attributes: ["pseudonym", "authenticatorId"],
  };

  it("by POST", async () => {
    expect(await read({})).toEqual({
      request: expected,
      replayKey: expect.stringMatching(/^[\w-]{43}$/),
      replayUntil: "2026-11-23T12:10:00.000Z",
    });
  });

  it("by Redirect, signed in the query, with a RelayState", async () => {
    const query = signedQuery(aRequest()(""), theirs, "some%20state");
    const { request } = await provider.readLoginRequest(asQuery(query));
    expect(request).toEqual({ ...expected, relayState: "some state" });
  });

  it("has a replay key of its sender and its id", async () => {
    const keys = await Promise.all(
      ["_request-1", "_request-1", "_request-2"].map(
        async (ID) => (await read({ attributes: { ID } })).replayKey,
      ),
    );
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).not.toBe(keys[2]);
  });
});

describe("a request that says more", () => {
  it.each<[string, Wish, Partial<LoginRequest>]>([
    ["ForceAuthn", { attributes: { ForceAuthn: "true" } }, { forceAuthn: true }],
    ["ForceAuthn as a number", { attributes: { ForceAuthn: "1" } }, { forceAuthn: true }],
    ["IsPassive", { attributes: { IsPassive: "true" } }, { isPassive: true }],
    [
      "whom it serves",
      { attributes: { ProviderName: " Daňový portál " } },
      { providerName: "Daňový portál" },
    ],
    [
      "a registered address",
      { attributes: { AssertionConsumerServiceURL: them.secondConsumerUrl } },
      { consumerUrl: them.secondConsumerUrl },
    ],
    [
      "an address by its index",
      { attributes: { AssertionConsumerServiceIndex: "2" } },
      { consumerUrl: them.secondConsumerUrl },
    ],
    ["the binding that we have", { attributes: { ProtocolBinding: `${BINDING}HTTP-POST` } }, {}],
    [
      "classes, exactly",
      { content: context("", substantial) },
      { level: { comparison: "exact", classes: [substantial] } },
    ],
    [
      "classes at least",
      { content: context(' Comparison="minimum"', substantial, high) },
      { level: { comparison: "minimum", classes: [substantial, high] } },
    ],
    ["who", { content: nameId("") }, { subject: "somebody" }],
    [
      "a format of ours",
      { content: '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"/>' },
      {},
    ],
    [
      "no format",
      { content: '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"/>' },
      {},
    ],
    [
      "attributes",
      { content: asking([familyName, true], [authenticatorName, true]) },
      { attributes: ["pseudonym", "authenticatorId", "lastName"] },
    ],
    [
      "attributes that were not agreed upon, if they may be had",
      { content: asking(["urn:example:more", false]) },
      { attributes: ["pseudonym", "authenticatorId"] },
    ],
    [
      "attributes by the index of a list",
      { attributes: { AttributeConsumingServiceIndex: "7" } },
      { attributes: ["pseudonym", "authenticatorId", "lastName"] },
    ],
  ])("%s", async (_, wish, expected) => {
    const { request, failure } = await read(wish);
    expect(failure).toBeUndefined();
    expect(request).toMatchObject(expected);
  });

  it("shortens a name of whom it serves that fills the page", async () => {
    const { request } = await read({ attributes: { ProviderName: "x".repeat(500) } });
    expect(request.providerName).toHaveLength(200);
  });
});

describe("an authentic request that can't be fulfilled", () => {
  it.each<[string, Wish, LoginFailure]>([
    [
      "another binding",
      { attributes: { ProtocolBinding: `${BINDING}HTTP-Artifact` } },
      "request-unsupported",
    ],
    [
      "another format of names",
      { content: '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"/>' },
      "name-format-unknown",
    ],
    [
      "names of a group of service providers",
      { content: '<samlp:NameIDPolicy SPNameQualifier="urn:example:group"/>' },
      "name-format-unknown",
    ],
    [
      "somebody by another format",
      { content: nameId(' Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"') },
      "name-format-unknown",
    ],
    [
      "somebody without a name",
      { content: "<saml:Subject><saml:EncryptedID/></saml:Subject>" },
      "request-unsupported",
    ],
    [
      "an attribute that was not agreed upon",
      { content: asking(["urn:example:more", true]) },
      "request-unsupported",
    ],
    [
      "a list of attributes that is not there",
      { attributes: { AttributeConsumingServiceIndex: "8" } },
      "request-unsupported",
    ],
    ["a level above ours", { content: context(' Comparison="minimum"', high) }, "level-unreachable"],
    ["better than ours", { content: context(' Comparison="better"', substantial) }, "level-unreachable"],
    ["classes that are unknown", { content: context("", "urn:example:class") }, "level-unreachable"],
  ])("%s", async (_, wish, expected) => {
    const { request, failure } = await read(wish);
    expect(failure).toBe(expected);
    expect(request.consumerUrl).toBe(them.consumerUrl);
  });

  it("is told to the address that it names", async () => {
    const wish = {
      attributes: { AssertionConsumerServiceURL: them.secondConsumerUrl },
      content: context("", high),
    };
    const { request, failure = "outage" } = await read(wish);
    expect(await provider.refuse(request, failure)).toMatchObject({ url: them.secondConsumerUrl });
  });
});

it("knows people by the agreed names alone", async () => {
  const { request } = await read({ content: asking([personIdentifier, true]) });
  expect(request.attributes).toEqual(["pseudonym", "authenticatorId"]);
});
