import { ObjectIdentifier, OctetString } from "asn1js";
import type { Attribute, SignedData } from "pkijs";
import { beforeAll, describe, expect, it } from "vitest";
import { openSeal, type SealSettings } from "../../../../../lambdas/adapters/data-box/sealed/seal.ts";
import { issue, selfSigned, type Identity } from "../../../../../local/certificates.ts";
import { makeSeal, makeStreamedSeal, type SealWish } from "./make-seal.ts";

const content = Buffer.from(`<zpráva>${"a".repeat(5000)}</zpráva>`);
const now = new Date("2026-11-23T09:00:00Z");
const years = { notBefore: new Date("2025-01-01T00:00:00Z"), days: 1000 };

let root: Identity;
let authority: Identity;
let seal: Identity;
let stranger: Identity;
let expired: Identity;
let underLeaf: Identity;
let settings: SealSettings;

beforeAll(async () => {
  root = await selfSigned({ commonName: "Root", ca: true, ...years });
  const sameName = await selfSigned({ commonName: "Root", ca: true, ...years });
  stranger = await issue(sameName, { commonName: "Seal", organization: "Agency", ...years });
  authority = await issue(root, { commonName: "Authority", ca: true, ...years });
  [seal, expired] = await Promise.all([
    issue(authority, { commonName: "Seal", organization: "Agency", ...years }),
    issue(authority, { commonName: "Old seal", notBefore: years.notBefore, days: 30 }),
  ]);
  underLeaf = await issue(seal, { commonName: "Issued by a seal", ...years });
  settings = { roots: [root.certificatePem], organizations: ["Agency"], maxBytes: 1_000_000 };
}, 60_000);

const wish = (more: Partial<SealWish> = {}): SealWish => ({
  identity: seal,
  chain: [authority],
  signedAt: new Date("2026-11-20T09:00:00Z"),
  ...more,
});
const opened = async (raw: Uint8Array, more: Partial<SealSettings> = {}): Promise<string> =>
  Buffer.from(await openSeal(raw, { ...settings, ...more }, now)).toString();

describe("a good seal", () => {
  it("opens, and answers the content", async () => {
    expect(await opened(await makeSeal(content, wish()))).toBe(content.toString());
  });
  it("opens in the form of a stream, with indefinite lengths and the content in pieces", async () => {
    expect(await opened(await makeStreamedSeal(content, wish()))).toBe(content.toString());
  });
  it("opens with SHA-384", async () => {
    expect(await opened(await makeSeal(content, wish({ hash: "SHA-384" })))).toBe(content.toString());
  });
  it("opens after its certificate has run out, if it was sealed before", async () => {
    const raw = await makeSeal(
      content,
      wish({ identity: expired, signedAt: new Date("2025-01-15T00:00:00Z") }),
    );
    expect(await opened(raw, { organizations: [] })).toBe(content.toString());
  });
  it("opens without a sealing time, by the time now", async () => {
    const attributes = (all: Attribute[]) => all.filter(({ type }) => type !== "1.2.840.113549.1.9.5");
    expect(await opened(await makeSeal(content, wish({ attributes })))).toBe(content.toString());
  });
});

const without = (type: string) => (all: Attribute[]) => all.filter((attribute) => attribute.type !== type);
const replaceContent = (signed: SignedData): void => {
  signed.encapContentInfo.eContent = new OctetString({
    valueHex: new TextEncoder().encode("<jiné/>").buffer,
  });
};

/** Each wish breaks one thing only. */
const bad: [string, string, () => SealWish][] = [
  [
    "content changed after sealing",
    "not readable, or the signature does not fit",
    () => wish({ afterwards: replaceContent }),
  ],
  [
    "signature changed",
    "the signature does not fit",
    () =>
      wish({
        afterwards: ({ signerInfos: [signer] }) => {
          const bytes = signer?.signature.valueBlock.valueHexView;
          if (bytes) bytes[9] = (bytes[9] ?? 0) ^ 1;
        },
      }),
  ],
  [
    "another root of the same name",
    "no path to a pinned root",
    () => wish({ identity: stranger, chain: [] }),
  ],
  ["the root itself", "a certificate that may not seal", () => wish({ identity: root, chain: [] })],
  ["the authority left out", "no path to a pinned root", () => wish({ chain: [] })],
  [
    "issued by a certificate that is no authority",
    "no path to a pinned root",
    () => wish({ identity: underLeaf, chain: [seal, authority] }),
  ],
  ["sealed after the certificate had run out", "no path to a pinned root", () => wish({ identity: expired })],
  [
    "sealed before the certificate was valid",
    "no path to a pinned root",
    () => wish({ signedAt: new Date("2024-12-31T00:00:00Z") }),
  ],
  [
    "sealed in the future",
    "sealed in the future",
    () => wish({ signedAt: new Date("2026-11-23T09:11:00Z") }),
  ],
  ["SHA-1", "weak or unknown algorithms", () => wish({ hash: "SHA-1" })],
  ["no signed attributes", "signed attributes are missing", () => wish({ attributes: () => undefined })],
  ["no digest", "signed attributes are missing", () => wish({ attributes: without("1.2.840.113549.1.9.4") })],
  [
    "no content type",
    "signed attributes are missing",
    () => wish({ attributes: without("1.2.840.113549.1.9.3") }),
  ],
  [
    "a digest twice",
    "a signed attribute twice",
    () => wish({ attributes: (all) => [...all, ...all.slice(2)] }),
  ],
  [
    "signed as another type",
    "signed as another type",
    () =>
      wish({
        attributes: ([type, ...rest]) => {
          if (type) type.values = [new ObjectIdentifier({ value: "1.2.840.113549.1.9.16.1.4" })];
          return type ? [type, ...rest] : rest;
        },
      }),
  ],
  [
    "content of another type",
    "content of another type",
    () => wish({ afterwards: (signed) => void (signed.encapContentInfo.eContentType = "1.2.3") }),
  ],
  [
    "no content",
    "no content",
    () => wish({ afterwards: ({ encapContentInfo }) => void delete encapContentInfo.eContent }),
  ],
  [
    "no signer",
    "not exactly one signer",
    () => wish({ afterwards: (signed) => void (signed.signerInfos = []) }),
  ],
  [
    "two signers",
    "not exactly one signer",
    () => wish({ afterwards: ({ signerInfos }) => void signerInfos.push(...signerInfos) }),
  ],
  [
    "no certificates",
    "not readable, or the signature does not fit",
    () => wish({ afterwards: (signed) => void (signed.certificates = []) }),
  ],
  [
    "a crowd of certificates",
    "too many certificates",
    () => wish({ chain: Array.from({ length: 10 }, () => authority) }),
  ],
];

describe("a bad seal", () => {
  it.each(bad)("%s", async (_, message, make) => {
    const raw = await makeSeal(content, make());
    await expect(opened(raw)).rejects.toMatchObject({ name: "SealInvalid", message });
  });

  it("of an organization that is not the agency", async () => {
    await expect(
      opened(await makeSeal(content, wish()), { organizations: ["Another"] }),
    ).rejects.toMatchObject({
      name: "SealInvalid",
      message: "sealed by somebody else",
    });
  });
  it("with bytes behind it, cut short, or too long", async () => {
    const raw = await makeSeal(content, wish());
    const name = "SealInvalid";
    await expect(opened(Buffer.concat([raw, Buffer.from([0])]))).rejects.toMatchObject({ name });
    await expect(opened(raw.subarray(0, -1))).rejects.toMatchObject({ name });
    await expect(opened(raw, { maxBytes: raw.length - 1 })).rejects.toMatchObject({ name });
  });
  it.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["text", Buffer.from("<xml/>")],
    ["an unfinished stream", Buffer.from("3080", "hex")],
    ["nesting without end", Buffer.from("3080".repeat(50_000), "hex")],
    ["a length past the end", Buffer.from("30847fffffff", "hex")],
  ])("that is %s", async (_, raw) => {
    await expect(opened(raw)).rejects.toMatchObject({ name: "SealInvalid" });
  });
});
