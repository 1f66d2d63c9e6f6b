import "reflect-metadata";
import { readFileSync } from "node:fs";
import { X509Certificate as ParsedCertificate } from "@peculiar/x509";
import { describe, expect, it } from "vitest";
import {
  extensionValues,
  keyIdentifier,
  parseCertificates,
} from "../../../../lambdas/adapters/fido/certificate.ts";
import { type Identity, selfSigned } from "../../../../local/certificates.ts";
import { hasMetadataPayload, metadataPayloadPath } from "../../../support/fido-mds.ts";
import { derOf } from "../../../support/metadata.ts";

const SUBJECT_KEY_IDENTIFIER = "551d0e";
const parse = (identity: Identity) => parseCertificates([derOf(identity)])[0] ?? expect.unreachable();

describe("keyIdentifier", () => {
  it.each(["ec", "rsa"] as const)("is the SHA-1 that the certificate itself names (%s)", async (keyType) => {
    const certificate = parse(await selfSigned({ commonName: "Leaf", keyType }));
    const [named] = extensionValues(certificate, SUBJECT_KEY_IDENTIFIER);
    expect(named?.subarray(2).toString("hex")).toBe(keyIdentifier(certificate));
  });

  it.skipIf(!hasMetadataPayload)(
    "is that of another library for every real anchor, X.509 v1 among them",
    async () => {
      const { entries } = JSON.parse(readFileSync(metadataPayloadPath, "utf8")) as {
        entries: { metadataStatement: { attestationRootCertificates: string[] } }[];
      };
      const anchors = new Set(
        entries.flatMap(({ metadataStatement }) => metadataStatement.attestationRootCertificates),
      );
      const wrong = [];
      for (const der of anchors) {
        const own = parseCertificates([der]).map(keyIdentifier)[0];
        const library = Buffer.from(await new ParsedCertificate(der).publicKey.getKeyIdentifier()).toString(
          "hex",
        );
        if (own !== library) wrong.push(der);
      }
      expect(anchors.size).toBe(262);
      expect(wrong).toEqual([]);
    },
  );
});

describe("extensionValues", () => {
  it("is empty for an extension that is not there", async () => {
    expect(
      extensionValues(parse(await selfSigned({ commonName: "Leaf" })), "2b0601040182e51c010104"),
    ).toEqual([]);
  });
});
