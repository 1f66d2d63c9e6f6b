import { X509Certificate } from "node:crypto";
import { type Identity, issue, selfSigned } from "../../local/certificates.ts";
import { signBlob } from "../../local/metadata/sign-blob.ts";

export const hostName = "mds.test";

/** A root of its own and a signer under it. */
export const metadataAuthority = async () => {
  const root = await selfSigned({ commonName: "Test metadata root", keyType: "ec", ca: true });
  const signer = await issue(root, { commonName: hostName, dnsNames: [hostName], keyType: "ec" });
  return {
    root,
    signer,
    roots: [root.certificatePem],
    hostName,
    sign: (payload: unknown) => signBlob(payload, signer),
  };
};

export const derOf = ({ certificatePem }: Identity): string =>
  new X509Certificate(certificatePem).raw.toString("base64");

/** A metadata entry with all that is read of one. */
export const entryOf = (
  over: { aaguid?: string; attestationCertificateKeyIdentifiers?: string[]; status?: string } = {},
) => ({
  ...(over.aaguid !== undefined && { aaguid: over.aaguid }),
  ...(over.attestationCertificateKeyIdentifiers !== undefined && {
    attestationCertificateKeyIdentifiers: over.attestationCertificateKeyIdentifiers,
  }),
  metadataStatement: {
    description: "Invented key",
    attestationTypes: ["basic_full"],
    attestationRootCertificates: [],
    attachmentHint: ["external", "wired", "nfc"],
    keyProtection: ["hardware", "secure_element"],
    userVerificationDetails: [
      [{ userVerificationMethod: "passcode_external" }],
      [{ userVerificationMethod: "none" }],
    ],
  },
  statusReports: [{ status: over.status ?? "FIDO_CERTIFIED_L1", effectiveDate: "2024-05-01" }],
});
