import { createHmac, createPrivateKey, sign, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { makeReadMetadata } from "../../../../lambdas/adapters/fido/read-metadata.ts";
import { type ExpectedSigner, openSignedBlob } from "../../../../lambdas/adapters/fido/signed-blob.ts";
import { MetadataInvalid } from "../../../../lambdas/domain/errors.ts";
import { type CertificateWish, type Identity, issue, selfSigned } from "../../../../local/certificates.ts";
import { derOf, hostName, metadataAuthority } from "../../../support/metadata.ts";
import { hasShared, sharedPath } from "../../../support/shared.ts";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const payload = { no: 7, nextUpdate: "2027-01-01", entries: [{}] };

/** A BLOB of any make: what the header says, who is in it, who signs it and how. */
const blobOf = (key: Identity, chain: Identity[], header: object = {}) => {
  const signed = `${encode({ alg: "ES256", x5c: chain.map(derOf), ...header })}.${encode(payload)}`;
  const privateKey = createPrivateKey(key.privateKeyPem);
  const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("a BLOB", () => {
  let root: Identity;
  let signer: Identity;
  let expected: ExpectedSigner;
  const open = (blob: string, now = new Date()) => openSignedBlob(blob, expected, now);
  const signerUnder = (issuer: Identity, wish: Partial<CertificateWish> = {}) =>
    issue(issuer, { commonName: hostName, dnsNames: [hostName], keyType: "ec", ...wish });
  beforeAll(async () => {
    const authority = await metadataAuthority();
    ({ root, signer } = authority);
    expected = { roots: authority.roots, hostName };
  });

  it("is opened with ES256 and with RS256, through an intermediate, with the root sent along or not", async () => {
    const intermediate = await issue(root, { commonName: "CA", keyType: "ec", ca: true });
    const under = await signerUnder(intermediate);
    const rsa = await signerUnder(root, { keyType: "rsa" });
    expect(open(blobOf(signer, [signer]))).toEqual(payload);
    expect(open(`${blobOf(signer, [signer, root])}\n`)).toEqual(payload);
    expect(open(blobOf(under, [under, intermediate]))).toEqual(payload);
    expect(open(blobOf(rsa, [rsa], { alg: "RS256" }))).toEqual(payload);
  });

  it("is refused when a character of it is another one", () => {
    const blob = blobOf(signer, [signer]);
    const [header = "", body = "", signature = ""] = blob.split(".");
    const otherBody = encode({ ...payload, no: 8 });
    expect(() => open([header, otherBody, signature].join("."))).toThrow("signature does not fit");
    expect(() =>
      open([header, body, signature.replace(/^./, (first) => (first === "A" ? "B" : "A"))].join(".")),
    ).toThrow(MetadataInvalid);
    expect(() => open(`${header}.${body}.`)).toThrow("compact form");
    expect(() => open(`${blob}.${signature}`)).toThrow("compact form");
    expect(() => open(`${header}.${body}=.${signature}`)).toThrow("compact form");
    expect(() => open("")).toThrow("compact form");
  });

  it.each([
    ["no algorithm", { alg: "none" }],
    ["a shared secret's", { alg: "HS256" }],
    ["extensions that must be understood", { crit: ["exp"] }],
    ["no certificates", { x5c: [] }],
    ["certificates elsewhere", { x5c: undefined, x5u: "https://mds.test/signer.pem" }],
    ["certificates that are no base64", { x5c: ["-"] }],
  ])("is refused with %s in its header", (_, header) => {
    expect(() => open(blobOf(signer, [signer], header))).toThrow("the header is not");
  });

  it("is refused with certificates that cannot be parsed", () => {
    expect(() => open(blobOf(signer, [signer], { x5c: ["AAAA"] }))).toThrow("cannot be parsed");
  });

  it("is refused when its algorithm is not its key's", async () => {
    const rsa = await signerUnder(root, { keyType: "rsa" });
    expect(() => open(blobOf(signer, [signer], { alg: "RS256" }))).toThrow("signature does not fit");
    expect(() => open(blobOf(rsa, [rsa], { alg: "ES256" }))).toThrow("signature does not fit");
  });

  it("is refused when the public key served as a shared secret", () => {
    const signed = `${encode({ alg: "HS256", x5c: [derOf(signer)] })}.${encode(payload)}`;
    const mac = createHmac("sha256", signer.certificatePem).update(signed).digest("base64url");
    expect(() => open(`${signed}.${mac}`)).toThrow("the header is not");
  });

  it("is refused from anyone but the host under a pinned root", async () => {
    const forgedRoot = await selfSigned({ commonName: "Test metadata root", keyType: "ec", ca: true });
    const forged = await signerUnder(forgedRoot);
    const customer = await issue(root, {
      commonName: "customer.test",
      dnsNames: ["customer.test"],
      keyType: "ec",
    });
    const byCustomer = await signerUnder(customer);
    const onlyNamed = await issue(root, { commonName: hostName, keyType: "ec" });
    expect(() => open(blobOf(forged, [forged, forgedRoot]))).toThrow("pinned root");
    expect(() => open(blobOf(forged, [signer]))).toThrow("signature does not fit");
    expect(() => open(blobOf(byCustomer, [byCustomer, customer]))).toThrow("pinned root");
    expect(() => open(blobOf(customer, [customer]))).toThrow(`not for ${hostName}`);
    expect(() => open(blobOf(onlyNamed, [onlyNamed]))).toThrow(`not for ${hostName}`);
  });

  it("is refused before and after the time of its signer, and of the root", async () => {
    const short = await selfSigned({ commonName: "Short root", keyType: "ec", ca: true, days: 10 });
    const long = await signerUnder(short);
    const blob = blobOf(long, [long]);
    const underShort = { roots: [short.certificatePem], hostName };
    expect(() => open(blobOf(signer, [signer]), inDays(-2))).toThrow("pinned root");
    expect(() => open(blobOf(signer, [signer]), inDays(400))).toThrow("pinned root");
    expect(openSignedBlob(blob, underShort, inDays(5))).toEqual(payload);
    expect(() => openSignedBlob(blob, underShort, inDays(20))).toThrow("pinned root");
  });
});

describe.skipIf(!hasShared)("a BLOB of the FIDO Alliance (no 34, November 2023)", () => {
  const blob = () => readFileSync(sharedPath("fido/real-no34-2023-11.jwt"), "utf8");
  const pem = readFileSync(new URL("../../../../lib/trust/fido-metadata-roots.pem", import.meta.url), "utf8");
  const roots = pem.match(/-----BEGIN[\s\S]+?END CERTIFICATE-----/g) ?? [];
  const expected = { roots, hostName: "mds.fidoalliance.org" };
  const then = new Date("2023-10-15T00:00:00Z");

  it("is read at its own date under the pinned roots of the product", () => {
    const { no, nextUpdate, models, skipped } = makeReadMetadata(expected)(blob(), then);
    expect([no, nextUpdate, models.length, skipped]).toEqual([34, "2023-11-01", 223, []]);
  });

  it("is refused today, for another host, and under another root", () => {
    const r46 = roots.filter((root) => new X509Certificate(root).subject.includes("Root R46"));
    const read = (over: Partial<ExpectedSigner>, now: Date) => () =>
      makeReadMetadata({ ...expected, ...over })(blob(), now);
    expect(read({}, new Date("2026-11-23T00:00:00Z"))).toThrow("pinned root");
    expect(read({ hostName: "mds.example" }, then)).toThrow("not for mds.example");
    expect(r46).toHaveLength(1);
    expect(read({ roots: r46 }, then)).toThrow("pinned root");
  });
});

describe.skipIf(!hasShared)("the FIDO conformance BLOB (FAKE root)", () => {
  const then = new Date("2022-11-01T00:00:00Z");
  const blob = () => readFileSync(sharedPath("fido/conformance-no42-fake.jwt"), "utf8");
  const header = () =>
    JSON.parse(Buffer.from(blob().split(".")[0] ?? "", "base64url").toString()) as { x5c: string[] };

  it("has a signature that fits, and no host name", () => {
    // Its root is not in it, so its own intermediate is pinned here.
    const intermediate = new X509Certificate(Buffer.from(header().x5c[1] ?? "", "base64")).toString();
    const read = makeReadMetadata({ roots: [intermediate], hostName: "mds.fidoalliance.org" });
    expect(() => read(blob(), then)).toThrow("not for mds.fidoalliance.org");
  });

  it("has models of every level and every disqualifying status", async () => {
    const authority = await metadataAuthority();
    const content: unknown = JSON.parse(Buffer.from(blob().split(".")[1] ?? "", "base64url").toString());
    const { models, skipped } = makeReadMetadata(authority)(authority.sign(content), new Date());
    const count = (of: "level" | "disqualifiedBy") => {
      const counts: Record<string, number> = {};
      for (const { [of]: value } of models) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
      return counts;
    };
    expect(skipped).toEqual([]);
    expect(count("level")).toMatchInlineSnapshot(`
      {
        "FIDO_CERTIFIED": 11,
        "FIDO_CERTIFIED_L1": 8,
        "FIDO_CERTIFIED_L1plus": 7,
        "FIDO_CERTIFIED_L2": 13,
        "FIDO_CERTIFIED_L2plus": 12,
        "FIDO_CERTIFIED_L3": 11,
        "FIDO_CERTIFIED_L3plus": 9,
        "NOT_FIDO_CERTIFIED": 29,
      }
    `);
    expect(count("disqualifiedBy")).toMatchInlineSnapshot(`
      {
        "ATTESTATION_KEY_COMPROMISE": 2,
        "USER_KEY_PHYSICAL_COMPROMISE": 1,
        "USER_KEY_REMOTE_COMPROMISE": 3,
        "USER_VERIFICATION_BYPASS": 2,
      }
    `);
  });
});
