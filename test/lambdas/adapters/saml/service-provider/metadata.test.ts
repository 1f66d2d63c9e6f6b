import { beforeAll, describe, expect, it } from "vitest";
import { makeServiceProvider } from "../../../../../lambdas/adapters/saml/service-provider/service-provider.ts";
import type { KeyPairs } from "../../../../../lambdas/adapters/key-pairs.ts";
import { type CertificateWish, type Identity, issue, selfSigned } from "../../../../../local/certificates.ts";
import { portalMetadata } from "../../../../../local/portal/answers/metadata.ts";
import { signed } from "../../../../../local/portal/saml/signing.ts";
import { isSignedBy } from "../../../../local/portal/rig.ts";
import { settings } from "../../../../support/portal-answers.ts";

const DAY = 86_400_000;
const organization = "Správa základních registrů [IČ 72054506]";
const wish = (more: Partial<CertificateWish> = {}): CertificateWish => ({
  commonName: "seal",
  organization,
  ...more,
});

let root: Identity;
let authority: Identity;
let seal: Identity;
let nextSeal: Identity;
beforeAll(async () => {
  root = await selfSigned({ commonName: "root", ca: true, days: 3650 });
  authority = await issue(root, { commonName: "authority", ca: true, days: 1825 });
  [seal, nextSeal] = (await Promise.all([issue(authority, wish()), issue(authority, wish())])) as [
    Identity,
    Identity,
  ];
});

const provider = ({
  organizations = [organization],
  keys = seal,
  at = Date.now(),
}: { organizations?: string[]; keys?: KeyPairs; at?: number } = {}) =>
  makeServiceProvider({
    settings: {
      ...settings,
      portal: { ...settings.portal, authorities: [authority.certificatePem], organizations },
    },
    keys: async () => keys,
    clock: () => new Date(at).toISOString(),
  });

const unsigned = (announced: readonly Identity[] = [seal, nextSeal]): string =>
  portalMetadata({ root, authority, announced, signing: 0, hub: seal }, settings.portal.url);
const pem = ({ certificatePem }: Identity): string => certificatePem.replace(/\s/g, "");
const read = (xml: string, options: Parameters<typeof provider>[0] = {}) => {
  const { signingCertificates, ...rest } = provider(options).readMetadata(xml);
  return { certificates: signingCertificates.map((text) => text.replace(/\s/g, "")), ...rest };
};

describe("the portal's metadata", () => {
  it("name both certificates, once each, of the SAML role alone", () => {
    expect(read(signed(unsigned(), seal))).toEqual({ certificates: [pem(seal), pem(nextSeal)] });
  });

  it("may be signed by the other", () => {
    expect(read(signed(unsigned(), nextSeal)).certificates).toHaveLength(2);
  });

  it("say until when they are good", () => {
    const xml = unsigned().replace(" entityID=", ' validUntil="2099-01-01T00:00:00Z" entityID=');
    expect(read(signed(xml, seal))).toMatchObject({ validUntil: "2099-01-01T00:00:00.000Z" });
  });

  it("leave out a certificate that has ended, and one that is for encryption", async () => {
    const ended = await issue(authority, wish({ notBefore: new Date(Date.now() - 10 * DAY), days: 5 }));
    expect(read(signed(unsigned([ended, seal]), seal)).certificates).toEqual([pem(seal)]);
    const idp = unsigned([seal, nextSeal]).replace(/(<IDPSSODescriptor.*?use=")signing/, "$1encryption");
    expect(read(signed(idp, seal)).certificates).toEqual([pem(nextSeal)]);
  });

  it.each<[string, () => string | Promise<string>, string]>([
    ["unsigned", () => unsigned(), "no Signature"],
    ["changed", () => signed(unsigned(), seal).replace("HTTP-POST", "HTTP-PAOS"), "changed"],
    ["another entity's", () => signed(unsigned().replace("cgg2010", "cgg2011"), seal), "another entity"],
    [
      "not valid any more",
      () => signed(unsigned().replace(" entityID=", ' validUntil="2026-01-01T00:00:00Z" entityID='), seal),
      "not valid",
    ],
    [
      "of no SAML role",
      () => signed(unsigned().replace(/<IDPSSODescriptor.*<\/IDPSSODescriptor>/, ""), seal),
      "no identity provider",
    ],
    [
      "of another protocol",
      () =>
        signed(unsigned().replace(/(<IDPSSODescriptor protocolSupportEnumeration=")[^"]*/, "$1urn:x"), seal),
      "no identity provider",
    ],
    [
      "of many entities",
      () =>
        signed(
          `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" ID="_1">${unsigned()}</EntitiesDescriptor>`,
          seal,
        ),
      "not an EntityDescriptor",
    ],
    ["with a DOCTYPE", () => `<!DOCTYPE x>${signed(unsigned(), seal)}`, "document type"],
    [
      "of another environment",
      () => signed(unsigned().replaceAll("portal.example", "tportal.example"), seal),
      "no identity provider",
    ],
    [
      "of keys that do not sign",
      () =>
        signed(
          unsigned().replace(/<IDPSSODescriptor.*/, (role) => role.replaceAll('"signing"', '"encryption"')),
          seal,
        ),
      "no certificate",
    ],
    ["too large", () => "x".repeat(1_000_001), "too large"],
    ["not XML", () => "Service unavailable", "not well-formed"],
    [
      "signed by one of another authority",
      async () => signed(unsigned(), await selfSigned(wish())),
      "nobody",
    ],
    [
      "signed by another organization",
      async () =>
        signed(unsigned(), await issue(authority, { commonName: "shop", organization: "Obchod, s. r. o." })),
      "nobody",
    ],
    [
      "signed by a name that only contains the organization",
      async () =>
        signed(
          unsigned(),
          await issue(authority, { commonName: `x\nO=${organization}`, organization: "Obchod" }),
        ),
      "nobody",
    ],
    ["signed by the authority itself", () => signed(unsigned(), authority), "nobody"],
    [
      "signed by an authority below",
      async () => signed(unsigned(), await issue(authority, wish({ ca: true }))),
      "nobody",
    ],
    [
      "signed by a seal that has ended",
      async () =>
        signed(
          unsigned(),
          await issue(authority, wish({ notBefore: new Date(Date.now() - 10 * DAY), days: 5 })),
        ),
      "nobody",
    ],
    [
      "signed with a seal's certificate and another key",
      async () => signed(unsigned(), { ...(await selfSigned(wish())), certificatePem: seal.certificatePem }),
      "pinned",
    ],
  ])("%s are refused", async (_, make, why) => {
    const xml = await make();
    expect(() => read(xml)).toThrow(
      expect.objectContaining({ name: "PortalMetadataInvalid", message: expect.stringContaining(why) }),
    );
  });

  it("are refused where no organization is pinned, and once the authority has ended", () => {
    const xml = signed(unsigned(), seal);
    expect(() => read(xml, { organizations: [] })).toThrow("nobody");
    expect(() => read(xml, { at: Date.now() + 2000 * DAY })).toThrow("nobody");
  });
});

describe("our own metadata", () => {
  it("are signed, and name every key for signing and one for encryption", async () => {
    const xml = await provider({
      keys: { current: seal, next: nextSeal, previous: authority },
    }).ownMetadata();
    expect(isSignedBy(xml, seal.certificatePem)).toBe(true);
    expect(xml.match(/<md:KeyDescriptor use="signing"/g)).toHaveLength(3);
    expect(xml.match(/<md:KeyDescriptor use="encryption"/g)).toHaveLength(1);
    expect(xml).toContain(`entityID="${settings.entityId}"`);
    expect(xml).toContain(`Location="${settings.consumerUrl}" index="0"`);
    expect(xml).toMatch(/validUntil="20\d\d-/);
  });
});
