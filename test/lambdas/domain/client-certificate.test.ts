import { describe, expect, it } from "vitest";
import { type CertificateFacts, certificateFault } from "../../../lambdas/domain/client-certificate.ts";

const now = "2026-11-23T09:00:00.000Z";
const valid = { notBefore: "2026-01-01T00:00:00.000Z", notAfter: "2027-01-01T00:00:00.000Z" };
const facts: CertificateFacts = {
  id: "ab".repeat(32),
  subject: "Jana Nováková",
  issuer: "Authority",
  serialNumber: "01",
  ...valid,
  isAuthority: false,
  extendedKeyUsage: undefined,
  isStrong: true,
  authority: valid,
};

describe("a certificate to log in with", () => {
  it.each<[string, Partial<CertificateFacts>, string | undefined]>([
    ["is taken from a listed authority", {}, undefined],
    [
      "may say that it is for clients",
      { extendedKeyUsage: ["1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2"] },
      undefined,
    ],
    ["may say that it is for anything", { extendedKeyUsage: ["2.5.29.37.0"] }, undefined],
    [
      "is refused when it is for servers only",
      { extendedKeyUsage: ["1.3.6.1.5.5.7.3.1"] },
      "certificate-not-for-clients",
    ],
    ["is refused when it is for nothing", { extendedKeyUsage: [] }, "certificate-not-for-clients"],
    ["is refused from elsewhere", { authority: undefined }, "certificate-foreign-authority"],
    [
      "is refused from an authority that is over",
      { authority: { ...valid, notAfter: now } },
      "certificate-foreign-authority",
    ],
    [
      "is refused from an authority not yet valid",
      { authority: { ...valid, notBefore: "2026-11-23T09:00:00.001Z" } },
      "certificate-foreign-authority",
    ],
    ["is refused when it is an authority's", { isAuthority: true }, "certificate-authority"],
    ["is refused when it is weak", { isStrong: false }, "certificate-weak"],
    ["is good from its first moment", { notBefore: now }, undefined],
    ["is refused before", { notBefore: "2026-11-23T09:00:00.001Z" }, "certificate-not-yet-valid"],
    ["is good up to its last moment", { notAfter: "2026-11-23T09:00:00.001Z" }, undefined],
    ["is refused from then on", { notAfter: now }, "certificate-expired"],
  ])("%s", (_, change, fault) => {
    expect(certificateFault({ ...facts, ...change }, now)).toBe(fault);
  });
});
