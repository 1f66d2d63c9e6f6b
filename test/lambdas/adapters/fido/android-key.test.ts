import "reflect-metadata";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { Extension, X509CertificateGenerator } from "@peculiar/x509";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { describe, expect, it } from "vitest";
import { isAndroidKeyStatement } from "../../../../lambdas/adapters/fido/android-key.ts";

const der = (tag: string, ...parts: (Buffer | string)[]) => {
  const value = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "hex") : part)),
  );
  return Buffer.concat([Buffer.from(tag, "hex"), Buffer.from([value.length]), value]);
};
const challengeOf = (clientData: Buffer) => createHash("sha256").update(clientData).digest();
const purpose = (value: string) => der("a1", der("31", der("02", value)));
const origin = (value: string) => der("bf853e", der("02", value));
const allApplications = der("bf8458", "0500");

const clientDataJson = Buffer.from('{"type":"webauthn.create"}');
const authData = Buffer.from("authenticator data");
const curve = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** A statement whose parts are right unless said otherwise. */
const statementOf = async ({
  challenge = challengeOf(clientDataJson),
  software = [] as Buffer[],
  tee = [purpose("02"), origin("00")],
  descriptions = 1,
  signed = Buffer.concat([authData, challengeOf(clientDataJson)]),
  alg = -7,
  credential = undefined as undefined | ReturnType<typeof generateKeyPairSync>["publicKey"],
} = {}) => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const description = der(
    "30",
    der("02", "03"),
    der("0a", "01"),
    der("02", "04"),
    der("0a", "01"),
    der("04", challenge),
    der("04"),
    der("30", ...software),
    der("30", ...tee),
  );
  const leaf = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Android Keystore Key",
    keys: {
      publicKey: publicKey.toCryptoKey(curve, true, ["verify"]),
      privateKey: privateKey.toCryptoKey(curve, true, ["sign"]),
    },
    signingAlgorithm: curve,
    extensions: Array.from(
      { length: descriptions },
      () => new Extension("1.3.6.1.4.1.11129.2.1.17", false, description),
    ),
  });
  const { x = "", y = "" } = (credential ?? publicKey).export({ format: "jwk" }) as {
    x?: string;
    y?: string;
  };
  const credentialPublicKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]) as never,
  );
  const sig = sign("sha256", signed, privateKey);
  return { alg, sig, leaf: new Uint8Array(leaf.rawData), authData, credentialPublicKey, clientDataJson };
};

describe("an android-key statement", () => {
  it("is valid when all its parts fit, enforced by hardware or by software", async () => {
    expect(isAndroidKeyStatement(await statementOf())).toBe(true);
    expect(isAndroidKeyStatement(await statementOf({ software: [origin("00")], tee: [purpose("02")] }))).toBe(
      true,
    );
  });

  it.each<[string, Parameters<typeof statementOf>[0]]>([
    ["for another challenge", { challenge: challengeOf(Buffer.from("other")) }],
    ["of a key for all applications", { tee: [purpose("02"), allApplications, origin("00")] }],
    ["of a key for all applications, says the software", { software: [allApplications] }],
    ["of a key that was imported", { tee: [purpose("02"), origin("02")] }],
    ["of a key that says nothing of its origin", { tee: [purpose("02")] }],
    ["of a key that does not sign", { tee: [purpose("00"), origin("00")] }],
    ["without a description", { descriptions: 0 }],
    ["with two descriptions", { descriptions: 2 }],
    ["with a signature over other bytes", { signed: Buffer.from("other") }],
    ["by another algorithm than the key's", { alg: -257 }],
    ["of another credential", { credential: generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey }],
  ])("is not valid %s", async (_, over) => {
    expect(isAndroidKeyStatement(await statementOf(over))).toBe(false);
  });
});
