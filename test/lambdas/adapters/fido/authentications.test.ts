import { describe, expect, it } from "vitest";
import { makeCeremonies } from "../../../../lambdas/adapters/fido/ceremonies.ts";
import { CeremonyRefused, KeyCloned } from "../../../../lambdas/domain/errors.ts";
import type { AuthenticationResponse } from "../../../../lambdas/services/ports/fido.ts";
import { type AssertionCase, assertionCases } from "../../../support/fido-cases.ts";
import { securityKey } from "../../../support/security-key.ts";
import { hasShared } from "../../../support/shared.ts";

const USER_VERIFIED = 0x04;
const ID = "a2V5";

const verify = async (
  { rpId, origin, challenge, clientDataJSON, authenticatorData, signature, publicKeyCose }: AssertionCase,
  {
    storedCounter = 0,
    lastUsedAt = "2026-11-22T09:00:00.000Z",
    ...over
  }: Partial<AuthenticationResponse["response"]> & { storedCounter?: number; lastUsedAt?: string } = {},
) =>
  makeCeremonies({ rpId, rpName: "", origins: [origin] }).verifyAuthentication(
    {
      id: ID,
      rawId: ID,
      type: "public-key",
      response: { clientDataJSON, authenticatorData, signature, ...over },
      clientExtensionResults: {},
    },
    { challenge, askedAt: "2026-11-23T09:00:00.000Z" },
    securityKey({ id: ID, publicKey: publicKeyCose, counter: storedCounter, lastUsedAt }),
  );

describe.skipIf(!hasShared)("authentications of other people's keys", () => {
  const cases = (hasShared ? assertionCases() : []).map((one, index) => ({
    ...one,
    name: `${index} ${one.name}`,
  }));
  const genuine = cases.filter(({ expected }) => expected.verified);
  const withUser = genuine.filter(({ flags }) => (flags & USER_VERIFIED) !== 0);
  const withoutUser = genuine.filter(({ flags }) => (flags & USER_VERIFIED) === 0);
  const tampered = cases.filter(({ expected }) => !expected.verified);

  it("are all of them", () => {
    expect([withUser.length, withoutUser.length, tampered.length]).toEqual([19, 7, 12]);
  });

  it.each(withUser)("accepts $name", async (one) => {
    expect(await verify(one)).toEqual({ counter: one.counter });
  });

  it.each(withoutUser)("refuses $name: the user is not verified", async (one) => {
    await expect(verify(one)).rejects.toMatchObject({
      name: "CeremonyRefused",
      cause: { message: expect.stringContaining("User verification required") },
    });
  });

  it.each(tampered)("refuses the tampered $name", async (one) => {
    await expect(verify(one)).rejects.toThrow(CeremonyRefused);
  });

  it.each(withUser.filter(({ counter }) => counter > 0))(
    "calls $name cloned when its counter stands still",
    async (one) => {
      await expect(verify(one, { storedCounter: one.counter })).rejects.toThrow(KeyCloned);
      const late = { storedCounter: one.counter, lastUsedAt: "2026-11-23T09:00:01.000Z" };
      await expect(verify(one, late)).rejects.toThrow("a later answer");
      await expect(verify(one, { storedCounter: one.counter - 1 })).resolves.toEqual({
        counter: one.counter,
      });
    },
  );

  it.each(withUser)("refuses $name with another signature, and does not call it cloned", async (one) => {
    const forged = Buffer.from(one.signature, "base64url");
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    const response = { signature: forged.toString("base64url"), storedCounter: one.counter + 1 };
    await expect(verify(one, response)).rejects.toThrow(CeremonyRefused);
  });
});
