import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from "@simplewebauthn/browser";
import type { Input } from "../api/client.ts";

type AuthenticationOptions = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type RegistrationOptions = Parameters<typeof startRegistration>[0]["optionsJSON"];
type AuthenticationResponse = Input<"loginWithKey">["body"]["response"];
type RegistrationResponse = Input<"addSecurityKey">["body"]["response"];

/** Why a key gave no answer. */
export type TouchFailure = "unsupported" | "cancelled" | "already-added" | "unsuitable" | "failed";

export class TouchError extends Error {
  override readonly name = "TouchError";
  readonly failure: TouchFailure;

  constructor(failure: TouchFailure, options?: ErrorOptions) {
    super(failure, options);
    this.failure = failure;
  }
}

const failureOf = (error: unknown): TouchFailure => {
  const code = error instanceof WebAuthnError ? error.code : "";
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") return "already-added";
  if (
    code.startsWith("ERROR_AUTHENTICATOR_MISSING") ||
    code === "ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG"
  )
    return "unsuitable";
  const name = error instanceof Error ? error.name : "";
  return ["NotAllowedError", "AbortError"].includes(name) || code === "ERROR_CEREMONY_ABORTED"
    ? "cancelled"
    : "failed";
};

const touch = async <T>(ceremony: () => Promise<T>): Promise<T> => {
  if (!browserSupportsWebAuthn()) throw new TouchError("unsupported");
  try {
    return await ceremony();
  } catch (cause) {
    throw new TouchError(failureOf(cause), { cause });
  }
};

/** Asks a key of the account to sign. Throws `TouchError`. */
export const touchKey = async (options: unknown): Promise<AuthenticationResponse> =>
  await touch(
    async () =>
      (await startAuthentication({
        optionsJSON: options as AuthenticationOptions,
      })) as AuthenticationResponse,
  );

/** A key on its own, or one that is a part of this computer or phone. */
export type NewKeyKind = "hardware" | "platform";

/** What a browser offers first; whichever key answers, its attestation tells what it is. */
const hints = { hardware: ["security-key"], platform: ["client-device"] } as const;

/** Asks a new key to introduce itself. Throws `TouchError`. */
export const makeKey = async (options: unknown, kind: NewKeyKind): Promise<RegistrationResponse> =>
  await touch(async () => {
    const optionsJSON = { ...(options as RegistrationOptions), hints: [...hints[kind]] };
    return (await startRegistration({ optionsJSON })) as RegistrationResponse;
  });

/** Ends a touch that is being waited for. */
export const stopTouch = (): void => WebAuthnAbortService.cancelCeremony();
