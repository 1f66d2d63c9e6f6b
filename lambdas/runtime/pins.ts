import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";
import { makeControlCodes } from "../adapters/control-code/altcha.ts";
import { deriveKey, makeDeriveLinkSecret, makeDerivePin } from "../adapters/secrets/pins.ts";
import { makeSecret } from "../adapters/secrets/secrets.ts";
import { readEnv } from "../env.ts";
import type { Writing } from "../services/writing.ts";

const pinSecret = () =>
  makeSecret(
    new SecretsManagerClient({}),
    readEnv("PIN_SECRET_ARN").PIN_SECRET_ARN,
    z.object({ key: z.string().check(z.minLength(32)) }),
  );

export const derivePin = () => makeDerivePin(pinSecret());

/** PINs and the secrets of links. */
export const derivedSecrets = () => {
  const secret = pinSecret();
  return { derivePin: makeDerivePin(secret), deriveLinkSecret: makeDeriveLinkSecret(secret) };
};

export const pinsAndControlCodes = ({ records, clock }: Writing) => {
  const secret = pinSecret();
  const keys = async () => {
    const { key } = await secret();
    return { challenge: deriveKey(key, "control-code"), key: deriveKey(key, "control-code-key") };
  };
  return {
    derivePin: makeDerivePin(secret),
    deriveLinkSecret: makeDeriveLinkSecret(secret),
    controlCodes: makeControlCodes(keys, records, clock),
  };
};
