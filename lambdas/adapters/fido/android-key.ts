import { createHash, createPublicKey, type JsonWebKey, verify, X509Certificate } from "node:crypto";
import { type cose, decodeCredentialPublicKey } from "@simplewebauthn/server/helpers";
import { extensionValues } from "./certificate.ts";
import { type Element, readElement, readElements } from "./der.ts";

/** Android key attestation, 1.3.6.1.4.1.11129.2.1.17 */
const KEY_DESCRIPTION = "2b06010401d679020111";
const PURPOSE = "a1";
const ALL_APPLICATIONS = "bf8458";
const ORIGIN = "bf853e";
const PURPOSE_SIGN = 2;
const ORIGIN_GENERATED = 0;

export interface AndroidKeyStatement {
  alg: unknown;
  sig: Uint8Array;
  leaf: Uint8Array;
  authData: Uint8Array;
  credentialPublicKey: Uint8Array<ArrayBuffer>;
  clientDataJson: Uint8Array;
}

/**
 * Whether an android-key attestation statement is valid (WebAuthn 3, 8.4), its certificate path apart.
 *
 * Own code, because the library takes the last certificate of the client for a root, fetches revocation lists from
 * the addresses that these certificates name, and refuses genuine keys whose root has been renewed.
 * May throw where a part cannot be read.
 */
export const isAndroidKeyStatement = (statement: AndroidKeyStatement): boolean => {
  const leaf = new X509Certificate(statement.leaf);
  const clientDataHash = createHash("sha256").update(statement.clientDataJson).digest();
  const algorithm = decodeCredentialPublicKey(statement.credentialPublicKey).get(
    3 satisfies cose.COSEKEYS.alg,
  );
  if (statement.alg !== algorithm) return false;
  if (!createPublicKey({ key: jwkOf(statement.credentialPublicKey), format: "jwk" }).equals(leaf.publicKey)) {
    return false;
  }
  const signed = Buffer.concat([statement.authData, clientDataHash]);
  if (!verify("sha256", signed, leaf.publicKey, statement.sig)) return false;

  const [description, ...others] = extensionValues(leaf, KEY_DESCRIPTION);
  return description !== undefined && others.length === 0 && describes(description, clientDataHash);
};

/** KeyDescription: the challenge is its fifth field, software- and TEE-enforced authorizations its last two. */
const describes = (description: Buffer, clientDataHash: Buffer): boolean => {
  const fields = readElements(readElement(description).value);
  const authorizations = fields.slice(6, 8).flatMap(({ value }) => readElements(value));
  return (
    fields[4]?.value.equals(clientDataHash) === true &&
    !authorizations.some(({ tag }) => tag === ALL_APPLICATIONS) &&
    authorizations.some((field) => field.tag === PURPOSE && numbersOf(field).includes(PURPOSE_SIGN)) &&
    authorizations.some((field) => field.tag === ORIGIN && numbersOf(field).includes(ORIGIN_GENERATED))
  );
};

/** Of an explicitly tagged INTEGER or SET OF INTEGER. */
const numbersOf = ({ value }: Element): number[] => {
  const inner = readElement(value);
  const integers = inner.tag === "31" ? readElements(inner.value) : [inner];
  return integers.map((integer) => integer.value.readIntBE(0, Math.min(integer.value.length, 6)));
};

const jwkOf = (credentialPublicKey: Uint8Array<ArrayBuffer>): JsonWebKey => {
  const key = decodeCredentialPublicKey(credentialPublicKey) as unknown as Map<number, number | Uint8Array>;
  const text = (label: number) => Buffer.from(key.get(label) as Uint8Array).toString("base64url");
  return key.get(1) === 3
    ? { kty: "RSA", n: text(-1), e: text(-2) }
    : { kty: "EC", crv: "P-256", x: text(-2), y: text(-3) };
};
