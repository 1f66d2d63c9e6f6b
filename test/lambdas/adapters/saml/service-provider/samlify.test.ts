import { Constants, IdentityProvider, SamlLib, ServiceProvider, setSchemaValidator } from "samlify";
import { beforeAll, describe, expect, it } from "vitest";
import { makeServiceProvider } from "../../../../../lambdas/adapters/saml/service-provider/service-provider.ts";
import {
  attributes,
  base64,
  makeBench,
  type PortalBench,
  settings,
} from "../../../../support/portal-answers.ts";

const { namespace, algorithms, StatusCode } = Constants;

// the library asks for one; that the documents are as their schemas want them is not its test here
setSchemaValidator({ validate: async () => "not looked at" });

let bench: PortalBench;
beforeAll(async () => {
  bench = await makeBench();
});

/** NIA states no XML types; the library's own template does, which may be so. */
const attributeTemplate = {
  context:
    '<saml:Attribute Name="{Name}" NameFormat="{NameFormat}"><saml:AttributeValue xmlns:xs="{ValueXmlnsXs}" xmlns:xsi="{ValueXmlnsXsi}" xsi:type="{ValueXsiType}">{Value}</saml:AttributeValue></saml:Attribute>',
};
const named = attributes.map(({ name }, index) => ({
  name,
  valueTag: `value${index}`,
  nameFormat: "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
  valueXsiType: "xs:string",
}));

/** The library has none by default. */
const authnStatement =
  '<saml:AuthnStatement AuthnInstant="{IssueInstant}" SessionIndex="{SessionIndex}"><saml:AuthnContext>' +
  "<saml:AuthnContextClassRef>{Level}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>";

interface Wishes {
  dataEncryptionAlgorithm?: string;
  wantAuthnRequestsSigned?: boolean;
}

/** Set as our side needs it: RSA-SHA256, the key under OAEP, encryption before the outer signature. */
const aPortal = ({
  dataEncryptionAlgorithm = algorithms.encryption.data.AES_256,
  wantAuthnRequestsSigned = true,
}: Wishes = {}) => {
  const wishes = {
    entityID: settings.portal.entityId,
    privateKey: bench.portal.privateKeyPem,
    signingCert: bench.portal.certificatePem,
    requestSignatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    isAssertionEncrypted: true,
    dataEncryptionAlgorithm,
    keyEncryptionAlgorithm: algorithms.encryption.key.RSA_OAEP_MGF1P,
    wantAuthnRequestsSigned,
    nameIDFormat: [namespace.format.persistent],
    singleSignOnService: [
      { Binding: namespace.binding.post, Location: settings.portal.url },
      { Binding: namespace.binding.redirect, Location: settings.portal.url },
    ],
    singleLogoutService: [{ Binding: namespace.binding.redirect, Location: settings.portal.url }],
    loginResponseTemplate: {
      context: SamlLib.defaultLoginResponseTemplate.context.replace("{AuthnStatement}", authnStatement),
      attributes: named,
      additionalTemplates: {
        attributeTemplate,
        attributeStatementTemplate: SamlLib.defaultAttributeStatementTemplate,
      },
    },
  };
  return IdentityProvider(wishes);
};

type Portal = ReturnType<typeof aPortal>;

const ours = () =>
  makeServiceProvider({ settings, keys: async () => bench.ours, clock: () => new Date().toISOString() });
/** As the library knows us: by our published metadata. It learns from settings that the Response is signed too. */
const known = async () => ServiceProvider({ metadata: await ours().ownMetadata(), wantMessageSigned: true });

const ask = async (portal: Portal) => {
  const request = await ours().authenticationRequest({ relayState: "r" });
  const parsed = await portal.parseLoginRequest(await known(), "post", { body: request.fields });
  return { request, parsed };
};

const answer = async (portal: Portal, parsed: Awaited<ReturnType<Portal["parseLoginRequest"]>>) => {
  const now = Date.now();
  const written = {
    ID: "_response",
    AssertionID: "_assertion",
    Issuer: settings.portal.entityId,
    Destination: settings.consumerUrl,
    SubjectRecipient: settings.consumerUrl,
    Audience: settings.entityId,
    InResponseTo: String(parsed.extract.request?.["id"]),
    IssueInstant: new Date(now).toISOString(),
    ConditionsNotBefore: new Date(now).toISOString(),
    ConditionsNotOnOrAfter: new Date(now + 300_000).toISOString(),
    SubjectConfirmationDataNotOnOrAfter: new Date(now + 300_000).toISOString(),
    StatusCode: StatusCode.Success,
    NameIDFormat: namespace.format.persistent,
    NameID: "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
    SessionIndex: "_session",
    Level: "http://eidas.europa.eu/LoA/high",
    ...Object.fromEntries(attributes.map(({ value }, index) => [`attrValue${index}`, value])),
  };
  const { context } = await portal.createLoginResponse(
    await known(),
    { extract: parsed.extract },
    "post",
    {},
    {
      encryptThenSign: true,
      customTagReplacement: (template) => ({
        id: written.ID,
        context: SamlLib.replaceTagsByValue(template, written),
      }),
    },
  );
  return context;
};

describe("samlify as the portal", () => {
  it("reads our metadata", async () => {
    const { entityMeta } = await known();
    expect(entityMeta.getEntityID()).toBe(settings.entityId);
    expect(entityMeta.isAuthnRequestSigned()).toBe(true);
    expect(entityMeta.getAssertionConsumerService("post")).toBe(settings.consumerUrl);
    const encryption = entityMeta.getX509Certificate("encryption");
    expect(bench.ours.certificatePem.replace(/\s/g, "")).toContain(String(encryption).replace(/\s/g, ""));
  });

  it("verifies our request by POST and finds in it what it looks for", async () => {
    const { request, parsed } = await ask(aPortal());
    expect(parsed.extract).toMatchObject({
      issuer: settings.entityId,
      request: {
        id: request.id,
        destination: settings.portal.url,
        assertionConsumerServiceUrl: settings.consumerUrl,
      },
    });
  });

  it("refuses our request once it was changed", async () => {
    const request = await ours().authenticationRequest();
    const changed = Buffer.from(request.fields.SAMLRequest, "base64")
      .toString()
      .replace("LoA/high", "LoA/low");
    const body = { SAMLRequest: base64(changed) };
    await expect(aPortal().parseLoginRequest(await known(), "post", { body })).rejects.toBeDefined();
  });

  it("reads our request by Redirect, where it looks for a signature in the query alone", async () => {
    const { url, id } = await ours().authenticationRequest();
    const query = Object.fromEntries(new URL(url).searchParams);
    const portal = aPortal({ wantAuthnRequestsSigned: false });
    const sp = ServiceProvider({
      metadata: (await ours().ownMetadata()).replace(
        'AuthnRequestsSigned="true"',
        'AuthnRequestsSigned="false"',
      ),
    });
    const parsed = await portal.parseLoginRequest(sp, "redirect", { query });
    expect(parsed.extract.request).toMatchObject({ id });
  });

  it.each([
    ["AES-256-CBC", algorithms.encryption.data.AES_256],
    ["AES-256-GCM", "http://www.w3.org/2009/xmlenc11#aes256-gcm"],
  ])("gives an answer that we accept, under %s", async (_, dataEncryptionAlgorithm) => {
    const portal = aPortal({ dataEncryptionAlgorithm });
    const { request, parsed } = await ask(portal);
    const terms = { asked: [request], certificates: [bench.portal.certificatePem] };
    expect(await ours().readAnswer(await answer(portal, parsed), terms)).toMatchObject({
      outcome: "accepted",
      requestId: request.id,
      assertionId: "_assertion",
      person: { firstName: "ŽOFIE ANNA", lastName: "NOVÁKOVÁ", addressPlaceCode: "12345678" },
      session: { sessionIndex: "_session" },
    });
  });

  it("gives an answer that we refuse without its certificate", async () => {
    const portal = aPortal();
    const { request, parsed } = await ask(portal);
    const terms = { asked: [request], certificates: [bench.next.certificatePem] };
    await expect(ours().readAnswer(await answer(portal, parsed), terms)).rejects.toMatchObject({
      fault: "signature",
    });
  });

  it("logs out by our request, and we read its answer", async () => {
    const portal = aPortal();
    const request = await ours().logoutRequest({ nameId: "CZ/CZ/1", sessionIndex: "_session" });
    const parsed = await portal.parseLogoutRequest(await known(), "post", { body: request.fields });
    expect(parsed.extract).toMatchObject({
      nameID: "CZ/CZ/1",
      sessionIndex: "_session",
      request: { id: request.id },
    });
    const reply = portal.createLogoutResponse(await known(), { extract: parsed.extract }, "post");
    expect(ours().readLogoutAnswer(reply.context, { requestId: request.id, binding: "post" })).toEqual({
      loggedOut: true,
    });
  });
});
