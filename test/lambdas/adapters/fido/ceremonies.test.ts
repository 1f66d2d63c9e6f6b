import { describe, expect, it } from "vitest";
import { makeCeremonies } from "../../../../lambdas/adapters/fido/ceremonies.ts";
import { CeremonyRefused } from "../../../../lambdas/domain/errors.ts";
import { securityKey } from "../../../support/security-key.ts";

const ceremonies = makeCeremonies({ rpId: "example.cz", rpName: "Example", origins: ["https://example.cz"] });
const known = securityKey({ id: "a25vd24", transports: ["usb", "carrier-pigeon"] });
const clientData = (over: object) =>
  Buffer.from(
    JSON.stringify({ type: "webauthn.get", challenge: "Y2g", origin: "https://example.cz", ...over }),
  ).toString("base64url");

const answer = (over: { id?: string; userHandle?: string; clientData?: object }) => ({
  id: over.id ?? known.id,
  rawId: over.id ?? known.id,
  type: "public-key" as const,
  response: {
    clientDataJSON: clientData(over.clientData ?? {}),
    authenticatorData: "",
    signature: "",
    ...(over.userHandle !== undefined && { userHandle: over.userHandle }),
  },
  clientExtensionResults: {},
});

describe("registration options", () => {
  it("ask for direct attestation and a verified user, and leave out the keys that are there", async () => {
    const { challenge, options } = await ceremonies.registrationOptions({
      accountId: "account-1",
      username: "jana",
      exclude: [known],
    });
    expect(Buffer.from(challenge, "base64url")).toHaveLength(32);
    expect(options).toMatchObject({
      challenge,
      rp: { id: "example.cz", name: "Example" },
      user: { id: Buffer.from("account-1").toString("base64url"), name: "jana" },
      attestation: "direct",
      authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
      excludeCredentials: [{ id: known.id, type: "public-key", transports: ["usb"] }],
      timeout: 300_000,
      hints: ["security-key"],
    });
    expect(
      (options as { pubKeyCredParams: { alg: number }[] }).pubKeyCredParams.map(({ alg }) => alg),
    ).toEqual([-7, -8, -257]);
  });

  it("have a challenge of their own each time", async () => {
    const user = { accountId: "account-1", username: "jana", exclude: [] };
    const [one, other] = [
      await ceremonies.registrationOptions(user),
      await ceremonies.registrationOptions(user),
    ];
    expect(one.challenge).not.toBe(other.challenge);
  });
});

describe("authentication options", () => {
  it("allow only the keys that are given", async () => {
    const { challenge, options } = await ceremonies.authenticationOptions([known]);
    expect(options).toMatchObject({
      challenge,
      rpId: "example.cz",
      allowCredentials: [{ id: known.id, type: "public-key", transports: ["usb"] }],
      userVerification: "required",
    });
  });
});

describe("an authentication is refused", () => {
  it.each([
    ["of another key", answer({ id: "b3RoZXI" }), "another key"],
    ["of another user", answer({ userHandle: "c29tZWJvZHk" }), "another user"],
    ["asked for in a frame of another origin", answer({ clientData: { crossOrigin: true } }), "frame"],
    ["asked for under another page", answer({ clientData: { topOrigin: "https://evil.example" } }), "frame"],
    [
      "with client data that are no JSON",
      { ...answer({}), response: { ...answer({}).response, clientDataJSON: "%" } },
      "fit",
    ],
    ["without authenticator data", answer({}), "fit"],
  ])("%s", async (_, response, message) => {
    const verified = ceremonies.verifyAuthentication(response, { challenge: "Y2g", askedAt: "" }, known);
    await expect(verified).rejects.toThrow(CeremonyRefused);
    await expect(verified).rejects.toThrow(message);
  });
});
