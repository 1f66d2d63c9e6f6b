import * as z from "zod";
import { confirmationPurposes } from "../../domain/confirmation.ts";
import { base64url, id, keyId, language, line, password } from "./common.ts";

export const login = z.strictObject({ login: line(254), password });

/** WebAuthn options as the browser's API takes them. */
export const webauthnOptions = z.record(z.string(), z.unknown());

export const loginAnswer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("logged-in") }),
  z.strictObject({ state: z.literal("security-key-needed"), handle: base64url, options: webauthnOptions }),
]);

const extensionResults = z.record(z.string(), z.unknown());

export const authenticationResponse = z.strictObject({
  id: keyId,
  rawId: keyId,
  type: z.literal("public-key"),
  response: z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: extensionResults,
  authenticatorAttachment: z.string().max(40).optional(),
});

export const registrationResponse = z.strictObject({
  id: keyId,
  rawId: keyId,
  type: z.literal("public-key"),
  response: z.strictObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
    publicKey: base64url.optional(),
    publicKeyAlgorithm: z.number().optional(),
    authenticatorData: base64url.optional(),
  }),
  clientExtensionResults: extensionResults,
  authenticatorAttachment: z.string().max(40).optional(),
});

export const loginKey = z.strictObject({ handle: base64url, response: authenticationResponse });

export const session = z.strictObject({
  username: z.string(),
  language,
  method: z.enum(["password", "password-and-key", "certificate"]),
  confirmed: z.array(z.strictObject({ purpose: z.enum(confirmationPurposes), until: z.iso.datetime() })),
});

export const confirmationRequest = z.strictObject({
  purpose: z.enum(confirmationPurposes),
  password,
  /** With `link`: the keys to be linked; each is touched once. */
  keyIds: z.array(keyId).min(1).max(20).optional(),
});

/** What is still to be done. After `security-key-needed` for the same confirmation, the next key is asked for. */
export const confirmationAnswer = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("security-key-needed"),
    confirmationId: id,
    options: webauthnOptions,
    keysLeft: z.number().int(),
    keyName: z.string().optional(),
  }),
  z.strictObject({ state: z.literal("phone-pin-needed"), confirmationId: id }),
  z.strictObject({ state: z.literal("confirmed"), until: z.iso.datetime() }),
]);

export const confirmationKey = z.strictObject({ response: authenticationResponse });
