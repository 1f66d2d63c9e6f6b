import { X509Certificate, createPrivateKey, sign, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { issue, selfSigned } from "../../local/certificates.ts";

const read = (pem: string) => new X509Certificate(pem);

describe.each(["rsa", "ec"] as const)("throw-away certificates with %s keys", (keyType) => {
  it("makes a root that signs itself", async () => {
    const root = await selfSigned({ commonName: "Zkušební kořen", organization: "Úřad", keyType, ca: true });
    const certificate = read(root.certificatePem);

    expect(certificate.subject).toBe("C=CZ\nO=Úřad\nCN=Zkušební kořen");
    expect(certificate.ca).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.asymmetricKeyType).toBe(keyType);
  });

  it("issues a leaf that chains to its root and to no other", async () => {
    const root = await selfSigned({ commonName: "Root", keyType, ca: true });
    const other = read((await selfSigned({ commonName: "Root", keyType, ca: true })).certificatePem);
    const leaf = read(
      (await issue(root, { commonName: "Leaf", dnsNames: ["nia.example"], keyType })).certificatePem,
    );

    expect(leaf.checkIssued(read(root.certificatePem))).toBe(true);
    expect(leaf.verify(read(root.certificatePem).publicKey)).toBe(true);
    expect(leaf.verify(other.publicKey)).toBe(false);
    expect(leaf.ca).toBe(false);
    expect(leaf.checkHost("nia.example")).toBe("nia.example");
  });

  it("gives the private key that belongs to the certificate", async () => {
    const { certificatePem, privateKeyPem } = await selfSigned({ commonName: "Signer", keyType });
    const signature = sign("sha256", Buffer.from("text"), createPrivateKey(privateKeyPem));

    expect(verify("sha256", Buffer.from("text"), read(certificatePem).publicKey, signature)).toBe(true);
  });
});

it("crosses key types between issuer and leaf", async () => {
  const root = await selfSigned({ commonName: "Root", keyType: "ec", ca: true });
  const middle = await issue(root, { commonName: "Middle", keyType: "rsa", ca: true });
  const leaf = await issue(middle, { commonName: "Leaf", keyType: "ec" });

  expect(read(middle.certificatePem).verify(read(root.certificatePem).publicKey)).toBe(true);
  expect(read(leaf.certificatePem).verify(read(middle.certificatePem).publicKey)).toBe(true);
  expect(read(leaf.certificatePem).checkIssued(read(middle.certificatePem))).toBe(true);
});

it("keeps to the validity that was asked for", async () => {
  const notBefore = new Date("2020-01-01T00:00:00Z");
  const { certificatePem } = await selfSigned({ commonName: "Old", keyType: "ec", notBefore, days: 10 });

  expect(read(certificatePem).validFromDate).toEqual(notBefore);
  expect(read(certificatePem).validToDate).toEqual(new Date("2020-01-11T00:00:00Z"));
});
