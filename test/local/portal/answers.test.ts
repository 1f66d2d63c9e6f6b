import { readFileSync } from "node:fs";
import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { distinguishedName } from "../../../local/portal/saml/encryption.ts";
import { hasShared, sharedPath } from "../../support/shared.ts";
import {
  Person,
  type Rig,
  authnRequest,
  byPost,
  consumer,
  decrypted,
  entityId,
  isSignedBy,
  messageIn,
  posted,
  signedBy,
  startRig,
} from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.portal.close());

const loggedIn = async (options: Parameters<typeof authnRequest>[1] = {}, choice = {}) => {
  const person = new Person(rig.portal);
  const reply = await byPost(rig.portal, signedBy(rig.identity, authnRequest(rig.portal, options)));
  const message = await posted(await person.logIn(reply, choice));
  const response = messageIn(message);
  return { message, response, assertion: decrypted(response, rig.identity.privateKeyPem) };
};

const certificateOfPortal = async (): Promise<string> => {
  const metadata = await (await fetch(rig.portal.metadataUrl)).text();
  const text = /<IDPSSODescriptor.*?<X509Certificate>([^<]*)/u.exec(metadata)?.[1] ?? "";
  return new X509Certificate(Buffer.from(text, "base64")).toString();
};

/** Names, namespaces, prefixes, order and fixed values of a document, without what differs from one to the next. */
function shape(xml: string): string[] {
  const lines: string[] = [];
  const walk = (element: Element, depth: number): void => {
    const attributes = Array.from(element.attributes).map(({ name, value }) =>
      /^(?:ID|IssueInstant|Destination|InResponseTo|URI|NotBefore|NotOnOrAfter|Recipient|AuthnInstant|SessionIndex|Address)$/u.test(
        name,
      )
        ? name
        : `${name}=${value}`,
    );
    lines.push(`${" ".repeat(depth)}${element.tagName} {${element.namespaceURI}} ${attributes.join(" ")}`);
    for (const node of Array.from(element.childNodes))
      if (node.nodeType === 1) walk(node as Element, depth + 1);
  };
  walk(new DOMParser().parseFromString(xml, "text/xml").documentElement as Element, 0);
  return lines;
}

describe.skipIf(!hasShared)("the answer beside one that NIA recorded", () => {
  it("has the same shape, outside and decrypted", async () => {
    const sample = readFileSync(sharedPath("nia-saml/stripped.xml"), "utf8");
    const sampleAssertion = decrypted(sample, readFileSync(sharedPath("nia-saml/key.pem"), "utf8"));
    const { response, assertion } = await loggedIn({}, { means: "mep" });
    expect(shape(response)).toEqual(shape(sample));
    expect(shape(assertion)).toEqual(shape(sampleAssertion));
  });

  it("names the certificate it is encrypted for in the same way", () => {
    const certificate = new X509Certificate(readFileSync(sharedPath("nia-saml/cert.pem")));
    const sample = readFileSync(sharedPath("nia-saml/stripped.xml"), "utf8");
    expect(sample).toContain(`<X509IssuerName>${distinguishedName(certificate.issuer)}</X509IssuerName>`);
    expect(sample).toContain(
      `<X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</X509SerialNumber>`,
    );
  });
});

describe("the answer", () => {
  it("is signed twice by a certificate of the metadata, for another implementation too", async () => {
    const { response, assertion } = await loggedIn();
    const certificate = await certificateOfPortal();
    expect(isSignedBy(response, certificate)).toBe(true);
    expect(isSignedBy(assertion, certificate)).toBe(true);
    expect(isSignedBy(response.replace("status:Success", "status:Failure"), certificate)).toBe(false);
  });

  it("goes to the registered address, whatever the request names", async () => {
    const request = authnRequest(rig.portal).replace(consumer, "https://evil.example/");
    const person = new Person(rig.portal);
    const message = await posted(
      await person.logIn(await byPost(rig.portal, signedBy(rig.identity, request))),
    );
    expect(message.action).toBe(consumer);
    expect(message.fields["RelayState"]).toBe("state");
    expect(messageIn(message)).toContain(`Destination="${consumer}"`);
  });

  it("tells person, audience, level and request", async () => {
    const { response, assertion } = await loggedIn();
    const id = /InResponseTo="([^"]*)"/u.exec(response)?.[1];
    expect(assertion).toContain(`InResponseTo="${id}"`);
    expect(assertion).toContain(`<Audience>${entityId}</Audience>`);
    expect(assertion).toContain("http://eidas.europa.eu/LoA/high");
    expect(assertion).toMatch(/CurrentGivenNameType"[^>]*>JANA</u);
    const nameId = /<NameID[^>]*>([^<]*)/u.exec(assertion)?.[1] ?? "";
    expect(nameId).toMatch(/^CZ\/CZ\/[0-9a-f-]{36}$/u);
    expect(assertion).toContain(`>${nameId}</AttributeValue>`);
  });

  it("carries addresses as NIA writes them", async () => {
    const address = "http://eidas.europa.eu/attributes/naturalperson/CurrentAddress";
    const codes = "http://schemas.eidentita.cz/moris/2016/identity/claims/tradresaid";
    const { assertion } = await loggedIn({ attributes: [address, codes] }, { resident: "jana-prestehovana" });
    const [first = "", second = ""] = [...assertion.matchAll(/>([^<]*)<\/AttributeValue>/gu)].map(
      ([, value]) => Buffer.from(value ?? "", "base64").toString("utf8"),
    );
    expect(first).toBe(
      "<eidas:LocatorDesignator>1204/15</eidas:LocatorDesignator><eidas:CvaddressArea>Olomouc</eidas:CvaddressArea>" +
        "<eidas:Thoroughfare>Nádražní</eidas:Thoroughfare><eidas:PostName>Olomouc</eidas:PostName>" +
        "<eidas:PostCode>77900</eidas:PostCode>",
    );
    expect(second).toContain("<adresniMistoKod>22938421</adresniMistoKod>");
    expect(second).toContain("<cisloDomovni>1204</cisloDomovni><cisloOrientacni>15</cisloOrientacni>");
  });

  it("knows a person by another pseudonym at another service provider", async () => {
    const other = {
      entityId: "http://localhost:1/",
      name: "Jiná",
      assertionConsumerService: "http://localhost:1/acs",
    };
    const second = await startRig();
    const third = await startRig({
      serviceProviders: [{ ...other, certificate: second.identity.certificatePem }],
    });
    const request = authnRequest(third.portal).replace(`>${entityId}<`, `>${other.entityId}<`);
    const reply = await byPost(third.portal, signedBy(second.identity, request));
    const response = messageIn(await posted(await new Person(third.portal).logIn(reply)));
    const nameId = /<NameID[^>]*>([^<]*)/u.exec(decrypted(response, second.identity.privateKeyPem))?.[1];
    expect((await loggedIn()).assertion).not.toContain(`${nameId}`);
    await Promise.all([second.portal.close(), third.portal.close()]);
  });
});
