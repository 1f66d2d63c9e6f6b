import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { SignedXml } from "xml-crypto";
import { signEnveloped } from "../../../../../lambdas/adapters/saml/xml/sign.ts";
import { signedContent } from "../../../../../lambdas/adapters/saml/xml/signed.ts";
import { parseMessage } from "../../../../../lambdas/adapters/saml/xml/parse.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import { hasShared, sharedPath } from "../../../../support/shared.ts";

const SAML = 'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const compose = (signature: string): string =>
  `<saml:Assertion ${SAML} xmlns:x="urn:x" ID="_1"><saml:Issuer>me</saml:Issuer>${signature}<saml:Subject x:y="&lt;é">S</saml:Subject></saml:Assertion>`;

let [ours, other]: Identity[] = [];
let signed = "";
beforeAll(async () => {
  ours = await selfSigned({ commonName: "signer" });
  other = await selfSigned({ commonName: "somebody else" });
  signed = signEnveloped(compose, ours);
});

const read = (xml: string, certificates = [ours!.certificatePem]) =>
  signedContent(parseMessage(Buffer.from(xml), 100_000), certificates);

/** By the library, on its own terms. */
const signedByLibrary = (xml: string, { privateKeyPem, certificatePem }: Identity): string => {
  const signer = new SignedXml({
    privateKey: privateKeyPem,
    publicCert: certificatePem,
    canonicalizationAlgorithm: "http://www.w3.org/2001/10/xml-exc-c14n#",
    signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  });
  signer.addReference({
    xpath: "/*",
    transforms: [
      "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
      "http://www.w3.org/2001/10/xml-exc-c14n#",
    ],
    digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
  });
  signer.computeSignature(xml, {
    prefix: "ds",
    location: { reference: "/*/*[local-name(.)='Issuer']", action: "after" },
  });
  return signer.getSignedXml();
};

describe("a signed element", () => {
  it("says what was signed, without the signature", () => {
    const content = read(signed);
    expect(content.textContent).toBe("meS");
    expect(content.getElementsByTagName("Signature")).toHaveLength(0);
  });

  it("is verified by a library", () => {
    const verifier = new SignedXml({ publicCert: ours!.certificatePem, getCertFromKeyInfo: () => null });
    verifier.loadSignature(/<Signature .*<\/Signature>/.exec(signed)?.[0] ?? "");
    expect(verifier.checkSignature(signed)).toBe(true);
  });

  it("may be signed by a library", () => {
    expect(read(signedByLibrary(compose(""), ours!)).textContent).toBe("meS");
  });

  it("may be signed by any of the pinned keys", () => {
    expect(read(signed, [other!.certificatePem, ours!.certificatePem]).textContent).toBe("meS");
  });

  it.each<[string, (xml: string) => string, string]>([
    ["text was changed", (xml) => xml.replace("S</saml", "T</saml"), "changed"],
    ["a space was added", (xml) => xml.replace("<saml:Subject", " <saml:Subject"), "changed"],
    ["an attribute was changed", (xml) => xml.replace("&lt;é", "&lt;e"), "changed"],
    ["the signature is missing", () => compose(""), "in its place"],
    [
      "the signature stands last",
      (xml) => xml.replace(/(<Signature .*<\/Signature>)(.*)(?=<\/saml:Assertion)/, "$2$1"),
      "in its place",
    ],
    ["there are two", (xml) => xml.replace(/<Signature .*<\/Signature>/, "$&$&"), "twice"],
    [
      "there are two SignedInfo",
      (xml) => xml.replace(/<SignedInfo .*<\/SignedInfo>/, "$&$&"),
      "SignedInfo twice",
    ],
    ["an object stands in it", (xml) => xml.replace("</KeyInfo>", "$&<Object/>"), "children of Signature"],
    ["it names a manifest", (xml) => xml.replace("</Transforms>", "$&<x/>"), "children of Reference"],
    ["it is for all the document", (xml) => xml.replace('URI="#_1"', 'URI=""'), "something else"],
    ["it has no ID", (xml) => xml.replace(' ID="_1"', ""), "ID"],
  ])("is refused where %s", (_, spoil, why) => {
    expect(() => read(spoil(signed))).toThrow(why);
  });

  it("is refused where its key is not pinned, whatever it says of it", () => {
    expect(() => read(signed, [other!.certificatePem])).toThrow("pinned");
    expect(() => read(signed, [])).toThrow("pinned");
  });

  it("is refused where its key is short", async () => {
    const short = await selfSigned({ commonName: "short", bits: 1024 });
    expect(() => read(signEnveloped(compose, short), [short.certificatePem])).toThrow("pinned");
  });
});

describe.skipIf(!hasShared)("an answer that NIA gave in 2019", () => {
  const nia = (name: string): string => readFileSync(sharedPath(`nia-saml/${name}`), "utf8");

  it("is signed by NIA", () => {
    const content = read(nia("stripped.xml").trim(), [nia("nia-test-cert.pem")]);
    expect(content.localName).toBe("Response");
  });
});
