import * as z from "zod";
import { confirmationPurposes } from "../../domain/confirmation.ts";
import { browsers, systems } from "../../domain/device.ts";
import { handover } from "./certificate.ts";
import { base64url, id, instant, keyId, language, line, password } from "./common.ts";

/** An app that sends its token as bearer asks for it in the body; a browser gets a cookie that scripts can't read. */
const tokenIn = z.enum(["cookie", "body"]).default("cookie");
/** Only where the caller keeps its token itself. */
const token = base64url.optional();

export const login = z.strictObject({
  login: line(254),
  password,
  tokenIn,
  /** On the way to a government service: a linked key is asked for, where the account has one. */
  toService: z.boolean().default(false),
});

/** WebAuthn options as the browser's API takes them. */
export const webauthnOptions = z.record(z.string(), z.unknown());

export const loginAnswer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("logged-in"), token }),
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

export const loginKey = z.strictObject({ handle: base64url, response: authenticationResponse, tokenIn });

export const loginCertificate = z.strictObject({ ...handover.shape, tokenIn });

const method = z.enum(["password", "password-and-key", "certificate"]);

export const session = z.strictObject({
  username: z.string(),
  language,
  method,
  /** When the account will be deleted, where that was asked for. */
  deletionDueAt: z.iso.datetime().optional(),
  /** Mail to the account's address comes back: nothing more goes there until it is verified again. */
  emailUndeliverable: z
    .strictObject({ reason: z.enum(["bounced", "complained"]), since: z.iso.datetime() })
    .optional(),
  confirmed: z.array(z.strictObject({ purpose: z.enum(confirmationPurposes), until: z.iso.datetime() })),
  /** It has logged in to government services: who logs out here may want to there too. */
  inServices: z.boolean(),
});

export const sessions = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id,
      present: z.boolean(),
      method,
      /** What the browser said of itself; absent where it is not known. */
      device: z.strictObject({
        browser: z.enum(browsers).optional(),
        system: z.enum(systems).optional(),
      }),
      createdAt: instant,
      /** Noted about every five minutes. */
      lastUsedAt: instant,
    }),
  ),
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
    /** Names of the keys that were touched, and of those that each has to be; where none is left, any key will do. */
    touched: z.array(z.string()),
    left: z.array(z.string()),
  }),
  z.strictObject({ state: z.enum(["email-pin-needed", "phone-pin-needed"]), confirmationId: id }),
  z.strictObject({ state: z.literal("confirmed"), until: z.iso.datetime(), token }),
]);

export const confirmationKey = z.strictObject({ response: authenticationResponse });
