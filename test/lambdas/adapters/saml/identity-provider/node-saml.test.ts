import {
  type AuthOptions,
  generateServiceProviderMetadata,
  type Profile,
  SAML,
  type SamlConfig,
  ValidateInResponseTo,
} from "@node-saml/node-saml";
import { beforeAll, describe, expect, it } from "vitest";
import { SamlMessageRefused } from "../../../../../lambdas/domain/errors.ts";
import type { IdentityProvider, SamlForm } from "../../../../../lambdas/services/ports/identity-provider.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import {
  aLogin,
  anIdentityProvider,
  authenticatorName,
  documentOf,
  familyName,
  personIdentifier,
  posted,
  redirected,
  us,
} from "./support/our-provider.ts";

const issuer = "https://service.example/metadata";
const callbackUrl = "https://service.example/acs";
const logoutCallbackUrl = "https://service.example/logout";
const none: AuthOptions = {};

let ours: Identity;
let theirs: Identity;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([
    selfSigned({ commonName: "identity provider" }),
    selfSigned({ commonName: "service" }),
  ]);
});

/** The service provider of the library, and our identity provider that has its metadata registered. */
const together = (more: Partial<SamlConfig> = {}): { service: SAML; provider: IdentityProvider } => {
  const service = new SAML({
    issuer,
    callbackUrl,
    logoutCallbackUrl,
    entryPoint: us.loginUrl,
    logoutUrl: us.logoutUrl,
    idpCert: ours.certificatePem,
    idpIssuer: us.entityId,
    audience: issuer,
    privateKey: theirs.privateKeyPem,
    publicCert: theirs.certificatePem,
    decryptionPvk: theirs.privateKeyPem,
    signatureAlgorithm: "sha256",
    digestAlgorithm: "sha256",
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    validateInResponseTo: ValidateInResponseTo.always,
    identifierFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    authnContext: ["http://eidas.europa.eu/LoA/substantial"],
    racComparison: "minimum",
    samlAuthnRequestExtensions: {
      "eidas:RequestedAttributes": {
        "@xmlns:eidas": "http://eidas.europa.eu/saml-extensions",
        "eidas:RequestedAttribute": { "@Name": familyName, "@isRequired": "true" },
      },
    },
    ...more,
  });
  return { service, provider: anIdentityProvider({ current: ours }, [metadata()]) };
};

/** As the library writes them. */
const metadata = (): string =>
  generateServiceProviderMetadata({
    issuer,
    callbackUrl,
    logoutCallbackUrl,
    privateKey: theirs.privateKeyPem,
    publicCerts: theirs.certificatePem,
    decryptionPvk: theirs.privateKeyPem,
    decryptionCert: theirs.certificatePem,
  });

const answered = async (provider: IdentityProvider, url: string): Promise<SamlForm> => {
  const { request, failure } = await provider.readLoginRequest(redirected(url));
  expect(failure).toBeUndefined();
  return await provider.answer(request, aLogin());
};

/** As the library is given a form. */
const fieldsOf = ({ fields }: SamlForm): Record<string, string> => ({ ...fields });

const profileOf = async (service: SAML, form: SamlForm): Promise<Profile> => {
  const { profile } = await service.validatePostResponseAsync(fieldsOf(form));
  if (!profile) throw new Error("nobody is logged in");
  return profile;
};

describe("node-saml as the service provider", () => {
  it("asks by Redirect with a signed query and takes the encrypted answer", async () => {
    const { service, provider } = together();
    const form = await answered(provider, await service.getAuthorizeUrlAsync("state-1", undefined, none));
    expect(form).toMatchObject({ url: callbackUrl, fields: { RelayState: "state-1" } });
    expect(documentOf(form)).not.toContain("Nováková");
    const profile = await profileOf(service, form);
    expect(profile).toMatchObject({
      issuer: us.entityId,
      nameID: aLogin().pseudonym,
      nameIDFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
      sessionIndex: "session-of-this-login",
      [familyName]: "Nováková & synové",
      [personIdentifier]: aLogin().pseudonym,
      [authenticatorName]: "authenticator-1",
    });
    expect(profile).not.toHaveProperty("http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName");
  });

  it("asks by POST with an enveloped signature", async () => {
    const { service, provider } = together({
      skipRequestCompression: true,
      authnRequestBinding: "HTTP-POST",
    });
    const message = await service.getAuthorizeMessageAsync("state-2");
    const { request } = await provider.readLoginRequest(posted(message as Record<string, string>));
    expect(request).toMatchObject({
      serviceProvider: issuer,
      consumerUrl: callbackUrl,
      relayState: "state-2",
    });
    expect((await profileOf(service, await provider.answer(request, aLogin()))).nameID).toBe(
      aLogin().pseudonym,
    );
  });

  it("takes an answer once, and none to a request that it has not made", async () => {
    const { service, provider } = together();
    const form = await answered(provider, await service.getAuthorizeUrlAsync("", undefined, none));
    await profileOf(service, form);
    await expect(profileOf(service, form)).rejects.toThrow("InResponseTo");
    await expect(profileOf(together().service, form)).rejects.toThrow("InResponseTo");
  });

  it.each<[string, (xml: string) => string]>([
    ["with another status", (xml) => xml.replace("status:Success", "status:Responder")],
    ["for another address", (xml) => xml.replace(callbackUrl, "https://elsewhere.example/acs")],
    ["at another time", (xml) => xml.replace(/IssueInstant="[^"]*"/, 'IssueInstant="2026-01-01T00:00:00Z"')],
    ["without its signature", (xml) => xml.replace(/<Signature[\s\S]*?<\/Signature>/, "")],
    ["encrypted otherwise", (xml) => xml.replace(/(<xenc:CipherValue>)(.{8})/, "$1AAAAAAAA")],
  ])("refuses an answer that was changed: %s", async (_, change) => {
    const { service, provider } = together();
    const form = await answered(provider, await service.getAuthorizeUrlAsync("", undefined, none));
    const xml = documentOf(form);
    expect(change(xml)).not.toBe(xml);
    const SAMLResponse = Buffer.from(change(xml)).toString("base64");
    await expect(service.validatePostResponseAsync({ SAMLResponse })).rejects.toThrow(
      "Invalid document signature",
    );
  });

  it("refuses an answer that another key has signed", async () => {
    const { service } = together();
    const impostor = anIdentityProvider({ current: theirs }, [metadata()]);
    const form = await answered(impostor, await service.getAuthorizeUrlAsync("", undefined, none));
    await expect(profileOf(service, form)).rejects.toThrow("Invalid document signature");
  });

  it("reads a refusal as one", async () => {
    const { service, provider } = together();
    const url = await service.getAuthorizeUrlAsync("", undefined, none);
    const { request } = await provider.readLoginRequest(redirected(url));
    const refused = fieldsOf(await provider.refuse(request, "cancelled"));
    await expect(service.validatePostResponseAsync(refused)).rejects.toThrow(/Responder.*AuthnFailed/);
  });

  it("is told that it asks for what nobody reaches", async () => {
    const { service, provider } = together({ authnContext: ["http://eidas.europa.eu/LoA/high"] });
    const url = await service.getAuthorizeUrlAsync("", undefined, none);
    const { request, failure } = await provider.readLoginRequest(redirected(url));
    expect(failure).toBe("level-unreachable");
    const refused = fieldsOf(await provider.refuse(request, failure ?? "outage"));
    await expect(service.validatePostResponseAsync(refused)).rejects.toThrow("NoAuthnContext");
  });

  it("is refused with a changed request, or one that is not signed", async () => {
    const { service, provider } = together();
    const url = await service.getAuthorizeUrlAsync("state-3", undefined, none);
    const changes = [
      url.replace("RelayState=state-3", "RelayState=state-4"),
      url.replace(/&SigAlg=.*/, ""),
      url.replace("sha256", "sha1"),
    ];
    for (const changed of changes) {
      expect(changed).not.toBe(url);
      await expect(provider.readLoginRequest(redirected(changed))).rejects.toThrow(SamlMessageRefused);
    }
  });

  it("logs out, and is told so", async () => {
    // it looks for InResponseTo in logins alone
    const { service, provider } = together({ validateInResponseTo: ValidateInResponseTo.never });
    const form = await answered(provider, await service.getAuthorizeUrlAsync("", undefined, none));
    const profile = await profileOf(service, form);
    const url = await service.getLogoutUrlAsync(profile, "state-5", none);
    const { request } = await provider.readLogoutRequest(redirected(url));
    expect(request).toMatchObject({
      serviceProvider: issuer,
      pseudonym: aLogin().pseudonym,
      sessionIndexes: ["session-of-this-login"],
      relayState: "state-5",
    });
    const delivery = await provider.answerLogout(request, "success");
    if (delivery.binding !== "post") throw new Error("its metadata list POST alone");
    expect(delivery.url).toBe(logoutCallbackUrl);
    expect(await service.validatePostResponseAsync(fieldsOf(delivery))).toMatchObject({ loggedOut: true });
  });

  it("takes our own request to log out", async () => {
    const { service, provider } = together();
    const asked = await provider.requestLogout({ serviceProvider: issuer, ...aLogin() });
    if (asked?.delivery.binding !== "post") throw new Error("its metadata list POST alone");
    const { profile } = await service.validatePostRequestAsync(fieldsOf(asked.delivery));
    expect(profile).toMatchObject({
      ID: asked.id,
      nameID: aLogin().pseudonym,
      sessionIndex: "session-of-this-login",
    });
    if (!profile) throw new Error("no request");
    const url = await service.getLogoutResponseUrlAsync(profile, "", none, true);
    expect(await provider.readLogoutAnswer(redirected(url))).toEqual({
      serviceProvider: issuer,
      inResponseTo: asked.id,
      success: true,
    });
  });
});
