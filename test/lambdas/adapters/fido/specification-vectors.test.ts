import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { makeCeremonies } from "../../../../lambdas/adapters/fido/ceremonies.ts";
import { verifyRegistration } from "../../../../lambdas/adapters/fido/registration.ts";
import { casesAt, type SpecificationVector, specificationVectors } from "../../../support/fido-cases.ts";
import { securityKey } from "../../../support/security-key.ts";
import { hasShared } from "../../../support/shared.ts";

/** What is refused of the vectors, and why it may stay so. */
const refusedRegistrations: Record<string, string> = {
  "w3c-l3/none-es256-crossOrigin": "undefined", // this service is never framed
  "w3c-l3/none-es256-topOrigin": "undefined",
  "w3c-l3/packed-es384": "Unexpected public key alg", // not asked for
  "w3c-l3/packed-es512": "Unexpected public key alg",
  "w3c-l3/packed-ed448": "Unexpected public key alg",
  "w3c-l3/tpm-es256": "Could not match TPM manufacturer", // made by none
  "w3c-l3/android-key-es256": "undefined", // does not say that the key was generated there, and to sign
  "w3c-l3/fido-u2f-es256": "AAGUID", // U2F knows no AAGUID; the library insists on zero
};

const register = ({ rpId, origin, challenge, id, clientDataJSON, attestationObject }: SpecificationVector) =>
  verifyRegistration(
    {
      id,
      rawId: id,
      type: "public-key",
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    },
    { challenge, rpId, origins: [origin], requireUserVerification: false },
  );

describe.skipIf(!hasShared)("test vectors of WebAuthn Level 3", () => {
  const vectors = hasShared ? specificationVectors() : [];
  beforeAll(() => {
    vi.useFakeTimers({ now: Date.parse(casesAt), toFake: ["Date"] });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  it.each(vectors.filter(({ name }) => !(name in refusedRegistrations)))(
    "registers $name",
    async (vector) => {
      expect(await register(vector)).toMatchObject({ id: vector.id });
    },
  );

  it("tells passkeys that may be copied from keys that stay where they are", async () => {
    const registered = vectors.filter(({ name }) => !(name in refusedRegistrations));
    const told = await Promise.all(registered.map(async (one) => (await register(one))?.synced === true));
    const isBackupEligible = ({ attestationObject }: SpecificationVector) => {
      const attestation = decodeAttestationObject(Buffer.from(attestationObject, "base64url"));
      return ((attestation.get("authData")[32] ?? 0) & 0x08) !== 0;
    };
    expect(told).toEqual(registered.map(isBackupEligible));
    expect(new Set(told)).toEqual(new Set([true, false]));
  });

  it.each(vectors.filter(({ name }) => name in refusedRegistrations))("refuses $name", async (vector) => {
    const refusal = await register(vector).then(String, (error: Error) => error.message);
    expect(refusal).toContain(refusedRegistrations[vector.name]);
  });

  it.each(vectors.filter(({ name }) => !(name in refusedRegistrations)))(
    "verifies the login of $name",
    async (vector) => {
      const credential = await register(vector);
      const { challenge, ...response } = vector.auth;
      const ceremonies = makeCeremonies({ rpId: vector.rpId, rpName: "", origins: [vector.origin] });
      const isUserVerified = ((Buffer.from(response.authenticatorData, "base64url")[32] ?? 0) & 0x04) !== 0;
      const verification = ceremonies.verifyAuthentication(
        { id: vector.id, rawId: vector.id, type: "public-key", response, clientExtensionResults: {} },
        { challenge, askedAt: "2026-11-23T09:00:00.000Z" },
        securityKey({ ...credential }),
      );
      const outcome = await verification.then(
        ({ counter }) => `counter ${counter}`,
        (error: Error) => String(error.cause),
      );
      expect(outcome).toContain(isUserVerified ? "counter 0" : "User verification required");
    },
  );
});
