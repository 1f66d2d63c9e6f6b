import { sign } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../../../local/certificates.ts";
import { type Rig, authnRequest, byPost, byRedirect, signedBy, startRig } from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.portal.close());

const signedRequest = (change: (xml: string) => string = (xml) => xml): string =>
  signedBy(rig.identity, change(authnRequest(rig.portal)));

const lastReason = async (): Promise<string | undefined> => {
  const reply = await fetch(`${rig.portal.url}/_sim/received`);
  return ((await reply.json()) as { reason?: string }[])[0]?.reason;
};

describe("a request that the portal takes", () => {
  it("comes by POST", async () => {
    const reply = await byPost(rig.portal, signedRequest());
    expect([reply.status, await lastReason()]).toEqual([303, undefined]);
  });

  it("comes by Redirect with the signature inside", async () => {
    expect((await byRedirect(rig.portal, signedRequest())).status).toBe(303);
  });

  it("asks for attributes under any host of the register's claims", async () => {
    const name = "http://schemas.eidentita.cz/moris/2016/identity/claims/idnumber";
    const xml = signedBy(rig.identity, authnRequest(rig.portal, { attributes: [name] }));
    expect((await byPost(rig.portal, xml)).status).toBe(303);
  });
});

const wrong: [string, (xml: string) => string, string][] = [
  ["Version 1.1", (xml) => xml.replace('Version="2.0"', 'Version="1.1"'), "The Version is not 2.0"],
  ["no ID", (xml) => xml.replace(/ID="_\w+"/u, 'ID="_"').replace('ID="_"', 'ID="0"'), "The ID is none"],
  [
    "another Destination",
    (xml) =>
      xml.replace(/Destination="[^"]*"/u, 'Destination="https://nia.identita.gov.cz/FPSTS/saml2/basic"'),
    "The Destination is another",
  ],
  [
    "IssueInstant of yesterday",
    (xml) =>
      xml.replace(
        /IssueInstant="[^"]*"/u,
        `IssueInstant="${new Date(Date.now() - 86_400_000).toISOString()}"`,
      ),
    "The IssueInstant is too far from now",
  ],
  [
    "IssueInstant without a zone",
    (xml) => xml.replace(/(IssueInstant="[^"]*)Z"/u, '$1"'),
    "IssueInstant is no time in UTC",
  ],
  [
    "an Issuer that nobody registered",
    (xml) => xml.replace(/(<saml:Issuer>)[^<]*/u, "$1http://localhost:9999"),
    "The service provider is unknown",
  ],
  [
    "a level of another authority",
    (xml) =>
      xml.replace(
        "http://eidas.europa.eu/LoA/substantial",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
      ),
    "The level of assurance is unknown",
  ],
  [
    "a level that only starts right",
    (xml) => xml.replace("LoA/substantial", "LoA/substantial-1"),
    "The level of assurance is unknown",
  ],
  ["Comparison exact", (xml) => xml.replace('"minimum"', '"exact"'), "Comparison is not minimum"],
  [
    "no RequestedAuthnContext",
    (xml) => xml.replace(/<samlp:RequestedAuthnContext.*<\/samlp:RequestedAuthnContext>/u, ""),
    "RequestedAuthnContext is missing",
  ],
  [
    "RequestedAuthnContext before Extensions",
    (xml) => xml.replace(/(<samlp:Extensions>.*<\/samlp:Extensions>)(.*)(<\/samlp:AuthnRequest>)/u, "$2$1$3"),
    "The children of AuthnRequest are in another order than the schema's",
  ],
  [
    "SPType after the attributes",
    (xml) => xml.replace(/(<eidas:SPType>.*<\/eidas:SPType>)(<eidas:Req.*tes>)(<\/samlp)/u, "$2$1$3"),
    "The children of Extensions are in another order than the schema's",
  ],
  [
    "no SPType",
    (xml) => xml.replace(/<eidas:SPType>.*<\/eidas:SPType>/u, ""),
    "SPType is neither public nor private",
  ],
  [
    "no Extensions",
    (xml) => xml.replace(/<samlp:Extensions>.*<\/samlp:Extensions>/u, ""),
    "Extensions are missing",
  ],
  [
    "an unknown attribute",
    (xml) => xml.replace("CurrentGivenName", "FavouriteColour"),
    "An unknown attribute is asked for",
  ],
  [
    "an attribute twice",
    (xml) => xml.replace("CurrentGivenName", "CurrentFamilyName"),
    "An attribute is asked for twice",
  ],
  ["no isRequired", (xml) => xml.replace(' isRequired="true"', ""), "isRequired of an attribute is missing"],
  [
    "another NameFormat",
    (xml) => xml.replace("attrname-format:uri", "attrname-format:basic"),
    "The NameFormat of an attribute is not uri",
  ],
  [
    "ForceAuthn yes",
    (xml) => xml.replace('ForceAuthn="true"', 'ForceAuthn="yes"'),
    "ForceAuthn is neither true nor false",
  ],
  [
    "IsPassive",
    (xml) => xml.replace("ForceAuthn=", 'IsPassive="true" ForceAuthn='),
    "IsPassive is not supported",
  ],
  [
    "another binding of the answer",
    (xml) => xml.replace("bindings:HTTP-POST", "bindings:HTTP-Artifact"),
    "The answer goes by POST only",
  ],
  [
    "a transient identifier",
    (xml) =>
      xml.replace(
        "<samlp:RequestedAuthnContext",
        '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient"/>$&',
      ),
    "The identifier is persistent only",
  ],
  [
    "an attribute of no AuthnRequest",
    (xml) => xml.replace("ForceAuthn=", 'Colour="red" ForceAuthn='),
    "An attribute of no AuthnRequest",
  ],
  [
    "another message",
    (xml) => xml.replaceAll("samlp:AuthnRequest", "samlp:AuthzDecisionQuery"),
    "The message is no AuthnRequest",
  ],
];

describe("a signed request with", () => {
  it.each(wrong)("%s ends on the portal's own page", async (_name, change, reason) => {
    const reply = await byPost(rig.portal, signedRequest(change));
    expect([reply.status, await lastReason()]).toEqual([400, reason]);
    expect(await reply.text()).not.toContain(reason);
  });
});

describe("a signature", () => {
  it("has to be there, in both bindings", async () => {
    const xml = authnRequest(rig.portal);
    for (const send of [byPost, byRedirect]) {
      expect((await send(rig.portal, xml)).status).toBe(400);
      expect(await lastReason()).toBe("The message is not signed");
    }
  });

  it("has to be by the registered certificate", async () => {
    const stranger = await selfSigned({ commonName: "service" });
    await byPost(rig.portal, signedBy(stranger, authnRequest(rig.portal)));
    expect(await lastReason()).toBe("The signature is not by a known certificate");
  });

  it("covers the whole request", async () => {
    await byPost(rig.portal, signedRequest().replace("LoA/substantial", "LoA/low"));
    expect(await lastReason()).toBe("The message was changed after it was signed");
  });

  it("uses no older algorithm", async () => {
    const xml = signedRequest().replace("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha384");
    await byPost(rig.portal, xml);
    expect(await lastReason()).toBe("Another algorithm in SignatureMethod");
  });

  it("is not taken beside the request", async () => {
    const SAMLRequest = deflateRawSync(Buffer.from(authnRequest(rig.portal))).toString("base64");
    const SigAlg = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    const query = new URLSearchParams({ SAMLRequest, SigAlg }).toString();
    const signature = sign("RSA-SHA256", Buffer.from(query), rig.identity.privateKeyPem).toString("base64");
    const reply = await fetch(`${rig.portal.endpoint}?${query}&Signature=${encodeURIComponent(signature)}`);
    expect([reply.status, await lastReason()]).toEqual([400, "The message is not signed"]);
  });

  it("stands right after the Issuer", async () => {
    const moved = signedRequest().replace(
      /(<ds:Signature.*<\/ds:Signature>)(<samlp:Extensions>.*<\/samlp:Extensions>)/u,
      "$2$1",
    );
    await byPost(rig.portal, moved);
    expect(await lastReason()).toBe("The children of AuthnRequest are in another order than the schema's");
  });
});

describe("a message", () => {
  const send = async (SAMLRequest: string, RelayState = "") => {
    const body = new URLSearchParams({ SAMLRequest, RelayState });
    expect((await fetch(rig.portal.endpoint, { method: "POST", body })).status).toBe(400);
    return lastReason();
  };
  const base64 = (text: string): string => Buffer.from(text).toString("base64");

  it.each([
    ["is base64", "not base64!", "The message is not base64"],
    ["has no document type", base64("<!DOCTYPE a><a/>"), "Document type declaration"],
    ["is well-formed", base64("<a><b></a>"), "Not well-formed"],
    ["is UTF-8", Buffer.from("<a>\u00e9</a>", "latin1").toString("base64"), "Not UTF-8"],
  ])("%s", async (_name, text, reason) => {
    expect(await send(text)).toBe(reason);
  });

  it("has a RelayState of at most 80 bytes", async () => {
    expect(await send(base64(signedRequest()), "ř".repeat(41))).toBe("RelayState is longer than 80 bytes");
  });

  it("is deflated when it comes by Redirect", async () => {
    const SAMLRequest = base64(signedRequest());
    await fetch(`${rig.portal.endpoint}?${new URLSearchParams({ SAMLRequest }).toString()}`);
    expect(await lastReason()).toBe("The message is not deflated, or too long");
  });
});
