import { Constants, IdentityProvider, ServiceProvider, setSchemaValidator } from "samlify";
import { beforeAll, describe, expect, it } from "vitest";
import type { IdentityProvider as OurProvider } from "../../../../../lambdas/services/ports/identity-provider.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import {
  aLogin,
  anIdentityProvider,
  documentOf,
  personIdentifier,
  posted,
  redirected,
  us,
} from "./support/our-provider.ts";

const { namespace } = Constants;
const entityID = "https://samlify.example/metadata";
const acs = "https://samlify.example/acs";
const logout = "https://samlify.example/logout";

// the library asks for one; that the documents are as their schemas want them is not its test here
setSchemaValidator({ validate: async () => "not looked at" });

let ours: Identity;
let next: Identity;
let theirs: Identity;
beforeAll(async () => {
  [ours, next, theirs] = (await Promise.all(
    ["identity provider", "identity provider, next", "service"].map(
      async (commonName) => await selfSigned({ commonName }),
    ),
  )) as [Identity, Identity, Identity];
});

const aService = (encrypted: boolean) =>
  ServiceProvider({
    entityID,
    authnRequestsSigned: true,
    wantAssertionsSigned: true,
    wantMessageSigned: true,
    wantLogoutResponseSigned: true,
    privateKey: theirs.privateKeyPem,
    encPrivateKey: theirs.privateKeyPem,
    signingCert: theirs.certificatePem,
    ...(encrypted && { isAssertionEncrypted: true, encryptCert: theirs.certificatePem }),
    signatureConfig: {
      prefix: "ds",
      location: {
        reference: "/*[local-name(.)='AuthnRequest']/*[local-name(.)='Issuer']",
        action: "after",
      },
    },
    requestSignatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    nameIDFormat: [namespace.format.persistent],
    assertionConsumerService: [{ Binding: namespace.binding.post, Location: acs }],
    singleLogoutService: [{ Binding: namespace.binding.redirect, Location: logout }],
  });

/** Each side knows the other by the metadata that it has published. */
const together = async ({ encrypted = true, changing = true } = {}) => {
  const service = aService(encrypted);
  const keys = { current: ours, ...(changing && { next }) };
  const provider = anIdentityProvider(keys, [service.getMetadata()]);
  const known = IdentityProvider({
    metadata: await provider.metadata(),
    isAssertionEncrypted: encrypted,
    wantLogoutRequestSigned: true,
  });
  return { service, provider, known };
};

const answerTo = async (provider: OurProvider, url: string) => {
  const { request, failure } = await provider.readLoginRequest(redirected(url));
  expect(failure).toBeUndefined();
  return await provider.answer(request, aLogin());
};

describe("samlify as the service provider", () => {
  it("reads our metadata, both keys among them", async () => {
    const { known } = await together();
    expect(known.entityMeta.getEntityID()).toBe(us.entityId);
    expect(known.entityMeta.isWantAuthnRequestsSigned()).toBe(true);
    expect(known.entityMeta.getSingleSignOnService("redirect")).toBe(us.loginUrl);
    expect(known.entityMeta.getSingleSignOnService("post")).toBe(us.loginUrl);
    expect(known.entityMeta.getX509Certificate("signing")).toHaveLength(2);
  });

  it.each([
    ["encrypted", true],
    ["in clear", false],
  ])("asks by Redirect and takes an answer %s", async (_, encrypted) => {
    const { service, provider, known } = await together({ encrypted });
    const { context } = service.createLoginRequest(known, "redirect", { relayState: "state" });
    const { url, fields } = await answerTo(provider, context);
    expect([url, fields["RelayState"]]).toEqual([acs, "state"]);
    const { extract } = await service.parseLoginResponse(known, "post", { body: { ...fields } });
    expect(extract).toMatchObject({
      issuer: us.entityId,
      nameID: aLogin().pseudonym,
      audience: entityID,
      sessionIndex: { sessionIndex: "session-of-this-login" },
      attributes: { [personIdentifier]: aLogin().pseudonym },
    });
  });

  it("asks by POST with an enveloped signature", async () => {
    const { service, provider, known } = await together();
    const { context: SAMLRequest } = service.createLoginRequest(known, "post", { forceAuthn: true });
    const { request } = await provider.readLoginRequest(posted({ SAMLRequest }));
    expect(request).toMatchObject({ serviceProvider: entityID, consumerUrl: acs, forceAuthn: true });
  });

  it.each<[string, (xml: string) => string]>([
    ["of another user", (xml) => xml.replace(/(<saml:NameID[^>]*>)[^<]*/, "$1somebody-else")],
    ["for somebody else", (xml) => xml.replace(`<saml:Audience>${entityID}`, "<saml:Audience>urn:other")],
    ["of a higher level", (xml) => xml.replace("LoA/substantial", "LoA/high")],
    ["without signatures", (xml) => xml.replaceAll(/<Signature [\s\S]*?<\/Signature>/g, "")],
  ])("refuses an answer that was changed to one %s", async (_, change) => {
    const { service, provider, known } = await together({ encrypted: false });
    const { context } = service.createLoginRequest(known, "redirect");
    const xml = documentOf(await answerTo(provider, context));
    expect(change(xml)).not.toBe(xml);
    const SAMLResponse = Buffer.from(change(xml)).toString("base64");
    await expect(service.parseLoginResponse(known, "post", { body: { SAMLResponse } })).rejects.toThrow(
      "FAILED_TO_VERIFY_SIGNATURE",
    );
  });

  it("logs out by Redirect, and verifies the query that answers", async () => {
    // of two certificates it takes neither to verify a query
    const { service, provider, known } = await together({ changing: false });
    const user = { logoutNameID: aLogin().pseudonym, sessionIndex: "session-of-this-login" };
    const { context } = service.createLogoutRequest(known, "redirect", user);
    const { request } = await provider.readLogoutRequest(redirected(context));
    expect(request).toMatchObject({ serviceProvider: entityID, pseudonym: aLogin().pseudonym });
    const delivery = await provider.answerLogout(request, "success");
    if (delivery.binding !== "redirect") throw new Error("its metadata list Redirect alone");
    expect(delivery.url.startsWith(`${logout}?SAMLResponse=`)).toBe(true);
    const query = Object.fromEntries(new URL(delivery.url).searchParams);
    const octetString = delivery.url.slice(delivery.url.indexOf("?") + 1).replace(/&Signature=.*/, "");
    const { extract } = await service.parseLogoutResponse(known, "redirect", { query, octetString });
    expect(extract.response).toMatchObject({ inResponseTo: request.id });
  });
});
