import { describe, expect, it } from "vitest";
import {
  hmacSigner,
  rsaSigner,
  signedAddressee,
  signedInfo,
  timestamp,
} from "../../../../../lambdas/adapters/nia/wire/ws-security.ts";
import { hasShared } from "../../../../support/shared.ts";
import { shared } from "../support/recorded.ts";

interface Vectors {
  hmac_secret_base64: string;
  rsa_key: string;
  cases: {
    kind: string;
    references: { canonical: string }[];
    signed_info_canonical: string;
    signature_value: string;
  }[];
}

const parts = [
  timestamp(Date.parse("2026-01-01T00:00:00.999Z"), "id-1"),
  signedAddressee("https://nia.example/IPSTS/issue.svc/certificate?x=1&y=2", "id-2"),
];

const vectors = (): Vectors => JSON.parse(shared("vectors.json"));
const secret = (): Buffer => Buffer.from(vectors().hmac_secret_base64, "base64");

describe.skipIf(!hasShared)("vectors made with xmlsec", () => {
  it.each([
    ["hmac-sha1", () => hmacSigner(secret(), "sha1")],
    ["rsa-sha1", () => rsaSigner(vectors().rsa_key, "sha1")],
  ] as const)("%s: what is signed and how, byte for byte", (kind, signer) => {
    const vector = vectors().cases.find((one) => one.kind === kind);
    const signed = parts.slice(0, vector?.references.length ?? 0);
    const info = signedInfo(signed, signer());
    expect(signed.map(({ xml }) => xml)).toEqual(vector?.references.map(({ canonical }) => canonical));
    expect(info).toBe(vector?.signed_info_canonical);
    expect(signer().sign(info).toString("base64")).toBe(vector?.signature_value);
  });
});

describe("algorithms", () => {
  it("names SHA-256 throughout where it is set", () => {
    const info = signedInfo(parts, hmacSigner(Buffer.alloc(32), "sha256"));
    expect(info.match(/Algorithm="[^"]+"/g)).toEqual([
      'Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
      'Algorithm="http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"',
      ...parts.flatMap(() => [
        'Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
        'Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"',
      ]),
    ]);
  });
});
