import { beforeAll, describe, expect, it } from "vitest";
import {
  readServiceProvider,
  readServiceProviders,
} from "../../../../../lambdas/adapters/saml/identity-provider/service-provider.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import { encryptionKey, theirMetadata, them } from "./support/their-requests.ts";

let key: Identity;
beforeAll(async () => {
  key = await selfSigned({ commonName: "service" });
});

const read = (metadata: string) => readServiceProvider({ metadata, attributes: {} });

describe("the metadata of a service provider", () => {
  it("tell its name, addresses and keys", () => {
    expect(read(theirMetadata(key))).toMatchObject({
      entityId: them.entityId,
      consumers: [
        { url: them.consumerUrl, index: "1" },
        { url: them.secondConsumerUrl, index: "2" },
      ],
      signingCertificates: [expect.stringContaining("-----BEGIN CERTIFICATE-----")],
      logout: [{ binding: "redirect", url: them.logoutUrl, answerUrl: them.logoutUrl }],
    });
  });

  it("may name a key without its use, which then serves for both", () => {
    const { signingCertificates, encryption } = read(
      theirMetadata(key).replace('<KeyDescriptor use="signing">', "<KeyDescriptor>"),
    );
    expect([encryption?.certificatePem]).toEqual(signingCertificates);
  });

  it("may hold two keys to sign with", () => {
    const two = theirMetadata(key, { more: encryptionKey(key).replace("encryption", "signing") });
    expect(read(two).signingCertificates).toHaveLength(2);
  });

  it("may want answers of a logout elsewhere", () => {
    const elsewhere = theirMetadata(key).replace(
      /<SingleLogoutService/,
      `$& ResponseLocation="https://service.example/logged-out"`,
    );
    expect(read(elsewhere).logout).toEqual([
      { binding: "redirect", url: them.logoutUrl, answerUrl: "https://service.example/logged-out" },
    ]);
  });

  it.each<[string, (xml: string) => string, string]>([
    ["without a default", (xml) => xml.replace(' isDefault="true"', ""), them.secondConsumerUrl],
    [
      "with one that is no default",
      (xml) => xml.replace(' isDefault="true"', "").replace('index="2"', 'index="2" isDefault="false"'),
      them.consumerUrl,
    ],
    [
      "with a default by a number",
      (xml) => xml.replace('isDefault="true"', 'isDefault="1"'),
      them.consumerUrl,
    ],
  ])("choose an address %s", (_, change, expected) => {
    expect(read(change(theirMetadata(key))).consumers[0]?.url).toBe(expected);
  });

  it.each<[string, (xml: string) => string, string]>([
    ["are not metadata", () => "<x/>", "not an EntityDescriptor"],
    ["have a document type", (xml) => `<!DOCTYPE x>${xml}`, "document type"],
    ["name nobody", (xml) => xml.replace(/entityID="[^"]*"/, ""), "entityID"],
    [
      "are of an identity provider",
      (xml) => xml.replaceAll("SPSSODescriptor", "IDPSSODescriptor"),
      "no SPSSODescriptor",
    ],
    ["have no key", (xml) => xml.replace(/<KeyDescriptor.*<\/KeyDescriptor>/, ""), "no certificate"],
    [
      "have a key that is none",
      (xml) => xml.replace(/(<X509Certificate>).{20}/, "$1AAAA"),
      "X509Certificate",
    ],
    [
      "have no address for answers by POST",
      (xml) => xml.replaceAll("HTTP-POST", "HTTP-Artifact"),
      "AssertionConsumerService",
    ],
    [
      "have an address that is a script",
      (xml) => xml.replace(them.consumerUrl, "javascript:alert(1)"),
      "Location",
    ],
    [
      "have a validity that is none",
      (xml) => xml.replace("entityID", 'validUntil="soon" entityID'),
      "not an instant",
    ],
  ])("are refused where they %s", (_, change, why) => {
    expect(() => read(change(theirMetadata(key)))).toThrow(why);
  });

  it.each([
    ["too short", { bits: 1024 }],
    ["of another kind", { keyType: "ec" }],
  ] as const)("are refused where a key is %s", async (_, kind) => {
    const weak = await selfSigned({ commonName: "weak", ...kind });
    expect(() => read(theirMetadata(weak))).toThrow("the key of an X509Certificate");
  });

  it("are refused where two are of one service provider: test and production of NIA have one name", () => {
    const registered = { metadata: theirMetadata(key), attributes: {} };
    expect(() => readServiceProviders([registered, registered])).toThrow("twice");
  });
});
