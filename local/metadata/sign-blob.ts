import { X509Certificate, createPrivateKey, sign } from "node:crypto";
import type { Identity } from "../certificates.ts";

/** A JWT in compact form, signed by ES256; its header carries the signer's certificate, as the FIDO Alliance's does. */
export function signBlob(payload: unknown, signer: Identity): string {
  const x5c = [new X509Certificate(signer.certificatePem).raw.toString("base64")];
  const signed = `${part({ alg: "ES256", typ: "JWT", x5c })}.${part(payload)}`;
  const key = createPrivateKey(signer.privateKeyPem);
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
