import { describe, expect, it } from "vitest";
import { selfSigned } from "../../local/certificates.ts";
import { unfinished } from "../../lib/production.ts";
import { parseSettings } from "../../lib/stage.ts";
import { rawSettings, writtenSettings } from "./support/synthesis.ts";

const root = await selfSigned({ commonName: "nia-link local root", ca: true });
const virtual = await selfSigned({
  commonName: "Batch Certificate",
  organization: "Chromium",
  keyType: "ec",
});
const metadataOf = (address: string) => ({
  metadata: `<EntityDescriptor entityID="urn:microsoft:cgg2010:fpsts"><SPSSODescriptor><AssertionConsumerService Location="${address}"/></SPSSODescriptor></EntityDescriptor>`,
});
const parse = (over: object) => () => parseSettings("prod", rawSettings("prod", { ...over }));

describe("production", () => {
  it("takes its settings as they stand in cdk.json, once NIA's certificates are filled in", () => {
    expect(parse({})).not.toThrow();
    expect(() => parseSettings("prod", writtenSettings("prod"))).toThrow(
      "Settings of prod: nia.stsCertificates.ipsts is empty; nia.stsCertificates.fpsts is empty",
    );
  });

  it.each([
    [
      "a local root of the metadata",
      { metadata: { roots: [root.certificatePem] } },
      /not the FIDO Alliance's/,
    ],
    [
      "the tokens of a service of NIA that it can't check",
      { nia: { stsCertificates: { fpsts: [] } } },
      /nia.stsCertificates.fpsts is empty/,
    ],
    ["no root of the metadata", { metadata: { roots: [] } }, /metadata.roots is empty/],
    [
      "the virtual authenticator's certificate as a root",
      { metadata: { roots: [virtual.certificatePem] } },
      /virtual authenticator's/,
    ],
    [
      "the virtual authenticator's certificate anywhere",
      { dataBox: { sealRoots: [virtual.certificatePem] } },
      /dataBox.sealRoots.0 is the virtual authenticator's/,
    ],
    [
      "plain HTTP to NIA",
      { nia: { endpoints: { ipsts: "http://nia.example.cz/IPSTS" } } },
      /ipsts is not https/,
    ],
    [
      "a simulated data box",
      { dataBox: { baseUrl: "https://localhost:8091/DS/" } },
      /baseUrl is a local address/,
    ],
    [
      "metadata of this machine",
      { metadata: { url: "https://127.0.0.1/blob" } },
      /metadata.url is a local address/,
    ],
    [
      "an app on localhost",
      {
        app: {
          origins: ["http://localhost:8080"],
          rpId: "localhost",
          domain: { name: "localhost", certificateArn: "arn:x" },
        },
      },
      /app.origins.0 is not https.*app.rpId is a local name/s,
    ],
    [
      "the portal of NIA's test environment",
      {
        portal: {
          url: "https://tnia.identita.gov.cz/FPSTS/saml2/basic",
          metadataUrl: "https://tnia.identita.gov.cz/FPSTS/metadata.xml",
        },
      },
      /portal.url is NIA's test environment/,
    ],
    [
      "a service provider at NIA's test environment",
      { identityProvider: { serviceProviders: [metadataOf("https://tnia.identita.gov.cz/acs")] } },
      /serviceProviders.0 has an address that is NIA's test environment/,
    ],
    [
      "a service provider on this machine",
      { identityProvider: { serviceProviders: [metadataOf("https://localhost/acs")] } },
      /serviceProviders.0 has an address that is a local address/,
    ],
    [
      "answers to a service provider over plain HTTP",
      { identityProvider: { serviceProviders: [metadataOf("http://nia.identita.gov.cz/acs")] } },
      /serviceProviders.0 has an address that is not https/,
    ],
    [
      "two service providers of one name",
      { identityProvider: { serviceProviders: [metadataOf("https://a.cz/"), metadataOf("https://b.cz/")] } },
      /has an entity twice/,
    ],
    ["tables that go with their stack", { resources: { retain: false } }, /retain is off/],
    ["an API without a firewall", { resources: { web: false } }, /web is off/],
    ["plain HTTP to queues", { resources: { tlsOnly: false } }, /tlsOnly is off/],
    ["policies of an emulator", { resources: { secretsByName: true } }, /secretsByName is on/],
  ])("refuses %s", (_what, over, message) => {
    expect(parse(over)).toThrow(message);
  });

  it("takes a service provider of NIA's production", () => {
    const serviceProviders = [metadataOf("https://nia.identita.gov.cz/FPSTS/saml2/basic")];
    expect(parse({ identityProvider: { serviceProviders } })).not.toThrow();
  });

  it("forbids all this to production only", () => {
    const over = {
      metadata: { roots: [root.certificatePem] },
      dataBox: { sealRoots: [virtual.certificatePem] },
    };
    expect(() => parseSettings("local", rawSettings("local", over))).not.toThrow();
  });
});

describe("an unfinished stage", () => {
  it("is warned of whom it does not know yet, until it is told", () => {
    const untold = parseSettings("dev", rawSettings("dev"));
    expect(unfinished(untold).map((sentence) => sentence.split(" ")[0])).toEqual([
      "nia.stsCertificates",
      "portal.authorities",
      "identityProvider.serviceProviders",
      "dataBox.sealRoots",
      "dataBox.allowedSenders",
    ]);
    const pem = [root.certificatePem];
    const over = {
      nia: { stsCertificates: { ipsts: pem, fpsts: pem } },
      portal: { authorities: pem, organizations: ["Správa základních registrů"] },
      identityProvider: { serviceProviders: [metadataOf("https://tnia.identita.gov.cz/acs")] },
      dataBox: { sealRoots: pem, allowedSenders: ["jjqjqih"] },
    };
    expect(unfinished(parseSettings("dev", rawSettings("dev", over)))).toEqual([]);
  });
});
