import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readCertificateFile } from "../../web/src/certificate/read-file.ts";
import { anAuthority, aUserCertificate } from "../support/client-certificates.ts";

const user = await aUserCertificate(await anAuthority());
const { raw } = new X509Certificate(user.certificatePem);
const fileOf = (content: string | Uint8Array<ArrayBuffer>) => new Blob([content]);

describe("a chosen file", () => {
  it("is sent as the text of a PEM file, or as DER in base64", async () => {
    expect(await readCertificateFile(fileOf(user.certificatePem))).toEqual({
      certificate: user.certificatePem,
    });
    expect(await readCertificateFile(fileOf(new Uint8Array(raw)))).toEqual({
      certificate: raw.toString("base64"),
    });
  });

  it.each([
    ["a private key", user.privateKeyPem, "certificate-private-key"],
    [
      "a private key beside its certificate",
      user.certificatePem + user.privateKeyPem,
      "certificate-private-key",
    ],
    ["something large", "x".repeat(5001), "certificate-malformed"],
  ])("that holds %s stays in the browser", async (_, content, fault) => {
    expect(await readCertificateFile(fileOf(content))).toEqual({ fault });
  });
});
