import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { SignedXml } from "xml-crypto";
import { signEnveloped } from "../../../../../lambdas/adapters/saml/xml/sign.ts";
import { SamlMessageRefused } from "../../../../../lambdas/domain/errors.ts";
import type { SamlMessage } from "../../../../../lambdas/services/ports/identity-provider.ts";
import type { Identity } from "../../../../../local/certificates.ts";
import { us } from "./support/our-provider.ts";
import { aRig, expired, neighbour, refusalOf, type Rig } from "./support/rig.ts";
import {
  aRequest,
  asQuery,
  byPost,
  encoded,
  minutesFromNow,
  RSA_SHA256,
  signedPost,
  signedQuery,
  them,
  type Wish,
} from "./support/their-requests.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await aRig();
});

const key = (): Identity => rig.key;
const stranger = (): Identity => rig.stranger;
const read = async (message: SamlMessage) => await rig.provider.readLoginRequest(message);
const refusal = async (message: SamlMessage): Promise<string> => await refusalOf(message, read);
const signed = (wish: Wish = {}): string => signEnveloped(aRequest(wish), key());
const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");
const form = (body: string): SamlMessage => ({ binding: "post", body });

it("takes the request that all the others are made of", async () => {
  const { request } = await read(byPost(signed()));
  expect(request.serviceProvider).toBe(them.entityId);
  await expect(read(asQuery(signedQuery(aRequest()(""), key(), "s")))).resolves.toBeDefined();
});

describe("what brings the message", () => {
  it.each<[string, () => SamlMessage, string]>([
    ["an empty form", () => form(""), "no SAMLRequest"],
    ["an answer in place of a request", () => form(`SAMLResponse=${base64("<x/>")}`), "no SAMLRequest"],
    ["no base64", () => form("SAMLRequest=%3Cxml%3E"), "not base64"],
    ["base64 of URLs", () => form("SAMLRequest=ab-_"), "not base64"],
    ["nothing", () => form("SAMLRequest="), "not base64"],
    ["a megabyte and a half", () => form(`SAMLRequest=${"A".repeat(1_500_001)}`), "too large"],
    ["four megabytes", () => form(`SAMLRequest=${"%41".repeat(1_500_001)}`), "too large"],
    ["a name that is no UTF-8", () => form("%ff=1&SAMLRequest=AAAA"), "not UTF-8"],
    ["two messages", () => form(`SAMLRequest=${base64(signed())}&SAMLRequest=${base64("<x/>")}`), "twice"],
    ["a second one by an encoded name", () => form(`SAMLRequest=AAAA&SAML%52equest=AAAA`), "twice"],
    ["two RelayStates", () => form(`SAMLRequest=AAAA&RelayState=1&RelayState=2`), "twice"],
    ["a RelayState of 81 bytes", () => byPost(signed(), { RelayState: "a".repeat(81) }), "RelayState"],
    ["a RelayState of 41 letters", () => byPost(signed(), { RelayState: "č".repeat(41) }), "RelayState"],
    ["a query that is not deflated", () => asQuery(`SAMLRequest=${base64("<x/>")}`), "not deflated"],
    [
      "a bomb",
      () => asQuery(`SAMLRequest=${encodeURIComponent(base64(deflateRawSync(Buffer.alloc(50_000_000))))}`),
      "not deflated, or too large",
    ],
    [
      "another encoding",
      () => asQuery(`${signedQuery(aRequest()(""), key())}&SAMLEncoding=urn:example:gzip`),
      "SAMLEncoding",
    ],
    ["a form that was deflated", () => form(`SAMLRequest=${encoded(signed())}`), "not UTF-8"],
  ])("%s", async (_, message, why) => {
    expect(await refusal(message())).toContain(why);
  });
});

describe("what is not the XML it has to be", () => {
  it.each<[string, (xml: string) => string | Buffer, string]>([
    ["text", () => "hello", "not well-formed"],
    ["half of it", (xml) => xml.slice(0, -10), "not well-formed"],
    ["text after the root", (xml) => `${xml}more`, "not well-formed"],
    ["a document type", (xml) => `<!DOCTYPE x>${xml}`, "document type"],
    [
      "an entity from outside",
      (xml) =>
        `<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:1/canary">]>${xml.replace(them.entityId, "&e;")}`,
      "document type",
    ],
    ["a comment in the Issuer", (xml) => xml.replace("their-", "their<!---->-"), "comment"],
    ["a comment after the root", (xml) => `${xml}<!-- x -->`, "comment"],
    ["an instruction", (xml) => `<?x y?>${xml}`, "instruction"],
    ["character data", (xml) => xml.replace(them.entityId, `<![CDATA[${them.entityId}]]>`), "CDATA"],
    ["UTF-16", (xml) => Buffer.from(`\uFEFF${xml}`, "utf16le"), "not UTF-8"],
    [
      "another encoding by its declaration",
      (xml) => `<?xml version="1.0" encoding="iso-8859-1"?>${xml}`,
      "not UTF-8",
    ],
    ["an ID twice", (xml) => xml.replace("<saml:Issuer", '<saml:Issuer ID="_request-1"'), "ID twice"],
    ["an answer", (xml) => xml.replaceAll("samlp:AuthnRequest", "samlp:Response"), "not AuthnRequest"],
    ["a logout", (xml) => xml.replaceAll("samlp:AuthnRequest", "samlp:LogoutRequest"), "not AuthnRequest"],
    ["another namespace", (xml) => xml.replace("SAML:2.0:protocol", "SAML:1.0:protocol"), "not AuthnRequest"],
    [
      "more than a quarter of a megabyte",
      (xml) => xml.replace("</samlp:AuthnRequest>", `${" ".repeat(256 * 1024)}</samlp:AuthnRequest>`),
      "too large",
    ],
    [
      "more tags than anyone needs",
      (xml) => xml.replace("</samlp:AuthnRequest>", `${"<x/>".repeat(2_000)}</samlp:AuthnRequest>`),
      "too many tags",
    ],
    ["SOAP around it", (xml) => `<Envelope>${xml}</Envelope>`, "not AuthnRequest"],
  ])("%s", async (_, change, why) => {
    expect(await refusal(form(`SAMLRequest=${encodeURIComponent(base64(change(signed())))}`))).toContain(why);
  });
});

/** By the library, as it is told. */
const signedOtherwise = (over: {
  canonical?: string;
  algorithm?: string;
  digest?: string;
  references?: string[];
}): string => {
  const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
  const signer = new SignedXml({
    privateKey: key().privateKeyPem,
    canonicalizationAlgorithm: (over.canonical ?? exclusive) as typeof exclusive,
    signatureAlgorithm: over.algorithm ?? RSA_SHA256,
  });
  for (const xpath of over.references ?? ["/*"])
    signer.addReference({
      xpath,
      transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", over.canonical ?? exclusive],
      digestAlgorithm: over.digest ?? "http://www.w3.org/2001/04/xmlenc#sha256",
    });
  const location = { reference: "/*/*[local-name(.)='Issuer']", action: "after" } as const;
  signer.computeSignature(aRequest({ content: '<samlp:Extensions ID="_x"/>' })(""), { location });
  return signer.getSignedXml();
};

const signatureOf = (xml: string): string => /<Signature [\s\S]*<\/Signature>/.exec(xml)?.[0] ?? "";
const evil = (content: string): string =>
  aRequest({ attributes: { ID: "_evil", AssertionConsumerServiceURL: them.secondConsumerUrl } })(content);

describe("what is not signed as it has to be", () => {
  it("takes what the library has signed as it should", async () => {
    await expect(read(byPost(signedOtherwise({})))).resolves.toBeDefined();
  });

  it.each<[string, () => SamlMessage, string]>([
    ["nothing is", () => byPost(aRequest()("")), "not signed"],
    ["by an unknown key, its certificate inside", () => signedPost({}, stranger()), "pinned certificate"],
    [
      "by a neighbour's key",
      () => byPost(signEnveloped(aRequest({ issuer: them.entityId }), stranger())),
      "pinned",
    ],
    ["for a neighbour", () => signedPost({ issuer: neighbour }, key()), "pinned certificate"],
    [
      "by nobody who is registered",
      () => signedPost({ issuer: "urn:example:unknown" }, key()),
      "not registered",
    ],
    ["by nobody", () => signedPost({ issuer: "" }, key()), "not registered"],
    ["by metadata that have expired", () => signedPost({ issuer: expired }, key()), "expired"],
    [
      "RSA-SHA1",
      () => byPost(signedOtherwise({ algorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" })),
      "SignatureMethod",
    ],
    [
      "a digest of SHA-1",
      () => byPost(signedOtherwise({ digest: "http://www.w3.org/2000/09/xmldsig#sha1" })),
      "DigestMethod",
    ],
    [
      "inclusive canonicalization",
      () => byPost(signedOtherwise({ canonical: "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" })),
      "CanonicalizationMethod",
    ],
    [
      "two references",
      () => byPost(signedOtherwise({ references: ["/*", "/*/*[local-name(.)='Extensions']"] })),
      "References",
    ],
    [
      "another element alone",
      () => byPost(signedOtherwise({ references: ["/*/*[local-name(.)='Extensions']"] })),
      "something else",
    ],
    ["two signatures", () => byPost(aRequest()(signatureOf(signed()).repeat(2))), "twice"],
    [
      "a signature before the Issuer",
      () => byPost(signed().replace(/(<saml:Issuer>.*<\/saml:Issuer>)(<Signature .*<\/Signature>)/, "$2$1")),
      "in its place",
    ],
    [
      "the address was changed afterwards",
      () =>
        byPost(
          signed().replace("<samlp:AuthnRequest", '<samlp:AuthnRequest AssertionConsumerServiceIndex="2"'),
        ),
      "changed",
    ],
    [
      "wrapped: the original in Extensions",
      () => byPost(evil(`<samlp:Extensions>${signed()}</samlp:Extensions>`)),
      "not signed",
    ],
    [
      "wrapped: the original in Extensions, its signature outside",
      () =>
        byPost(
          evil(
            `${signatureOf(signed())}<samlp:Extensions>${signed().replace(signatureOf(signed()), "")}</samlp:Extensions>`,
          ),
        ),
      "something else",
    ],
    [
      "wrapped: the original in an object of the signature",
      () =>
        byPost(
          evil(
            signatureOf(signed()).replace(
              "</Signature>",
              `<Object>${signed().replace(signatureOf(signed()), "")}</Object></Signature>`,
            ),
          ),
        ),
      "something else",
    ],
    [
      "wrapped: an object in a signature that fits",
      () => byPost(signed().replace("</Signature>", "<Object>x</Object></Signature>")),
      "children of Signature",
    ],
    [
      "the evil one inside, beside the content",
      () => byPost(signed().replace("</samlp:AuthnRequest>", `${evil("")}</samlp:AuthnRequest>`)),
      "changed",
    ],
    [
      "a forged digest in front of the signed one",
      () => byPost(signed().replace("<DigestValue>", "<DigestValue>AAAA</DigestValue><DigestValue>")),
      "children of Reference",
    ],
    [
      "a second SignedInfo",
      () => byPost(signed().replace("<SignedInfo", "<SignedInfo/><SignedInfo")),
      "twice",
    ],
  ])("%s", async (_, message, why) => {
    expect(await refusal(message())).toContain(why);
  });
});

describe("an authentic request that is not for us, or not of now", () => {
  it.each<[string, Wish, string]>([
    ["of SAML 1.1", { attributes: { Version: "1.1" } }, "Version"],
    ["without a version", { attributes: { Version: undefined } }, "Version"],
    ["without an ID", { attributes: { ID: undefined } }, "ID"],
    ["with an ID that is none", { attributes: { ID: "1 or 2" } }, "ID"],
    ["six minutes old", { attributes: { IssueInstant: minutesFromNow(-6) } }, "IssueInstant"],
    ["six minutes ahead", { attributes: { IssueInstant: minutesFromNow(6) } }, "IssueInstant"],
    ["without a time", { attributes: { IssueInstant: undefined } }, "not an instant"],
    ["at a time without a zone", { attributes: { IssueInstant: "2026-11-23T12:00:00" } }, "not an instant"],
    ["at a time that is none", { attributes: { IssueInstant: "now" } }, "not an instant"],
    ["without a destination", { attributes: { Destination: undefined } }, "Destination"],
    ["for another destination", { attributes: { Destination: us.logoutUrl } }, "Destination"],
    [
      "for a destination that only begins so",
      { attributes: { Destination: `${us.loginUrl}/x` } },
      "Destination",
    ],
    [
      "with an address that is not registered",
      { attributes: { AssertionConsumerServiceURL: "https://evil.example/acs" } },
      "not registered",
    ],
    [
      "with an address that only begins so",
      { attributes: { AssertionConsumerServiceURL: `${them.consumerUrl}/x` } },
      "not registered",
    ],
    [
      "with the address of another binding",
      { attributes: { AssertionConsumerServiceURL: "https://service.example/art" } },
      "not registered",
    ],
    [
      "with an index of another binding",
      { attributes: { AssertionConsumerServiceIndex: "0" } },
      "not registered",
    ],
    [
      "with an address and an index",
      { attributes: { AssertionConsumerServiceURL: them.consumerUrl, AssertionConsumerServiceIndex: "1" } },
      "two AssertionConsumerServices",
    ],
    ["with a flag that is none", { attributes: { ForceAuthn: "yes" } }, "ForceAuthn"],
    [
      "with a comparison that is none",
      {
        content:
          '<samlp:RequestedAuthnContext Comparison="least"><saml:AuthnContextClassRef>x</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>',
      },
      "RequestedAuthnContext",
    ],
    [
      "with more classes than there can be",
      {
        content: `<samlp:RequestedAuthnContext>${"<saml:AuthnContextClassRef>x</saml:AuthnContextClassRef>".repeat(21)}</samlp:RequestedAuthnContext>`,
      },
      "RequestedAuthnContext",
    ],
    [
      "for somebody of a name without end",
      { content: `<saml:Subject><saml:NameID>${"x".repeat(257)}</saml:NameID></saml:Subject>` },
      "NameID",
    ],
    ["for somebody without a name", { content: "<saml:Subject><saml:NameID/></saml:Subject>" }, "NameID"],
    ["with no class", { content: "<samlp:RequestedAuthnContext/>" }, "RequestedAuthnContext"],
    ["with two policies", { content: "<samlp:NameIDPolicy/><samlp:NameIDPolicy/>" }, "twice"],
  ])("%s", async (_, wish, why) => {
    expect(await refusal(signedPost(wish, key()))).toContain(why);
  });

  it.each([-5, 5])("is of now if it is %i minutes away", async (minutes) => {
    const message = signedPost({ attributes: { IssueInstant: minutesFromNow(minutes) } }, key());
    await expect(read(message)).resolves.toBeDefined();
  });
});

it("means the same or is refused, whatever single character is changed", async () => {
  const xml = signed({ attributes: { ForceAuthn: "true" } });
  const { request } = await read(byPost(xml));
  const place = fc.nat(xml.length - 1);
  const character = fc.constantFrom(..."_a1 <>\"'&;=/-:#\u00e9");
  await fc.assert(
    fc.asyncProperty(place, character, async (at, other) => {
      const changed = xml.slice(0, at) + other + xml.slice(at + 1);
      const outcome = await read(byPost(changed)).catch((error: unknown) => error);
      if (outcome instanceof SamlMessageRefused) return;
      expect(outcome).toMatchObject({ request });
    }),
    { numRuns: 200 },
  );
});
