import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeReadCertificate } from "../../../../lambdas/adapters/certificates/read-certificate.ts";
import { certificateFault } from "../../../../lambdas/domain/client-certificate.ts";
import { CertificateRefused } from "../../../../lambdas/domain/errors.ts";
import { issue, selfSigned } from "../../../../local/certificates.ts";
import { anAuthority, aUserCertificate, CLIENTS, SERVERS } from "../../../support/client-certificates.ts";

const authority = await anAuthority();
const second = await anAuthority("Second authority");
const namesake = await anAuthority();
const read = makeReadCertificate([authority.certificatePem, second.certificatePem]);
const user = await aUserCertificate(authority);
const { raw } = new X509Certificate(user.certificatePem);
const faultOf = (pem: string) => certificateFault(read(pem), new Date().toISOString());
const day = 86_400_000;

describe("reading a certificate", () => {
  it.each([
    ["PEM", user.certificatePem],
    ["PEM with Windows line ends", user.certificatePem.replaceAll("\n", "\r\n")],
    ["DER in base64", raw.toString("base64")],
  ])("takes %s", (_, text) => {
    const { validFromDate, validToDate, fingerprint256, serialNumber } = new X509Certificate(raw);
    expect(read(text)).toEqual({
      id: fingerprint256.replaceAll(":", "").toLowerCase(),
      subject: "Jana Nováková",
      issuer: "Listed authority",
      serialNumber,
      notBefore: validFromDate.toISOString(),
      notAfter: validToDate.toISOString(),
      isAuthority: false,
      extendedKeyUsage: [CLIENTS],
      isStrong: true,
      authority: expect.objectContaining({ notBefore: expect.any(String) }),
    });
  });

  it.each<[string, string, string]>([
    ["nothing", "", "certificate-malformed"],
    ["words", "Jana Nováková", "certificate-malformed"],
    ["base64 of something else", Buffer.from("hello, world").toString("base64"), "certificate-malformed"],
    ["a truncated one", raw.subarray(0, -20).toString("base64"), "certificate-malformed"],
    [
      "one with something behind",
      Buffer.concat([raw, Buffer.from("more")]).toString("base64"),
      "certificate-malformed",
    ],
    ["two at once", user.certificatePem + authority.certificatePem, "certificate-malformed"],
    ["text around it", `Subject: me\n${user.certificatePem}`, "certificate-malformed"],
    ["a public key", "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----", "certificate-malformed"],
    ["a private key", user.privateKeyPem, "certificate-private-key"],
    [
      "a private key with its certificate",
      user.certificatePem + user.privateKeyPem,
      "certificate-private-key",
    ],
    ["far too much", "A".repeat(1_000_000), "certificate-malformed"],
    [
      "DER that claims to be huge",
      Buffer.from("3084ffffffff", "hex").toString("base64"),
      "certificate-malformed",
    ],
  ])("refuses %s", (_, text, fault) => {
    expect(() => read(text)).toThrow(new CertificateRefused(fault as "certificate-malformed"));
  });

  it("survives every single changed byte", () => {
    for (let at = 0; at < raw.length; at += 1) {
      const changed = Buffer.from(raw);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const outcome = (() => {
        try {
          return faultOf(changed.toString("base64"));
        } catch (error) {
          return (error as CertificateRefused).fault;
        }
      })();
      expect([at, outcome]).toEqual([at, expect.stringMatching(/^certificate-/u)]);
    }
  });

  it("makes one harmless line of the name", async () => {
    const nasty = await aUserCertificate(authority, { commonName: "Jana\n\u202e<b>moc</b>\u0007 zlá" });
    expect(read(nasty.certificatePem).subject).toBe("Jana <b>moc</b> zlá");
  });
});

describe("a certificate of the world", () => {
  it("of each listed authority is taken", async () => {
    expect(faultOf(user.certificatePem)).toBeUndefined();
    expect(faultOf((await aUserCertificate(second)).certificatePem)).toBeUndefined();
    const rsa = await aUserCertificate(authority, { keyType: "rsa" });
    expect(faultOf(rsa.certificatePem)).toBeUndefined();
    const plain = await aUserCertificate(authority, { extendedKeyUsage: [] });
    expect(faultOf(plain.certificatePem)).toBeUndefined();
  });

  it.each<[string, () => Promise<{ certificatePem: string }>, string]>([
    [
      "an authority of the same name",
      async () => await aUserCertificate(namesake),
      "certificate-foreign-authority",
    ],
    [
      "itself",
      async () => await selfSigned({ commonName: "Jana Nováková" }),
      "certificate-foreign-authority",
    ],
    [
      "another user",
      async () => await issue(user, { commonName: "Jana Nováková" }),
      "certificate-foreign-authority",
    ],
    [
      "the authority, for an authority",
      async () => await aUserCertificate(authority, { ca: true }),
      "certificate-authority",
    ],
    [
      "the authority, for a server",
      async () => await aUserCertificate(authority, { extendedKeyUsage: [SERVERS] }),
      "certificate-not-for-clients",
    ],
    [
      "the authority, long ago",
      async () => await aUserCertificate(authority, { notBefore: new Date(Date.now() - 2 * day), days: 1 }),
      "certificate-expired",
    ],
    [
      "the authority, for tomorrow",
      async () => await aUserCertificate(authority, { notBefore: new Date(Date.now() + day) }),
      "certificate-not-yet-valid",
    ],
    [
      "the authority, for a short key",
      async () => await aUserCertificate(authority, { keyType: "rsa", bits: 1024 }),
      "certificate-weak",
    ],
  ])("signed by %s is refused", async (_, make, fault) => {
    expect(faultOf((await make()).certificatePem)).toBe(fault);
  });

  it("is refused once its authority is listed no more", () => {
    const fewer = makeReadCertificate([second.certificatePem]);
    expect(fewer(user.certificatePem).authority).toBeUndefined();
    expect(makeReadCertificate([])(user.certificatePem).authority).toBeUndefined();
  });
});
