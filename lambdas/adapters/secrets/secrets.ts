import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type * as z from "zod/mini";

const KEPT_MS = 300_000;

/**
 * Reads a JSON secret, and again after five minutes or where `fresh` is asked for, so that a rotation needs no restart.
 * Neither the value nor why it does not fit reaches an error.
 */
export const makeSecret = <S extends z.ZodMiniType>(
  client: SecretsManagerClient,
  secretId: string,
  schema: S,
  now: () => number = Date.now,
) => {
  let kept: { value: z.output<S>; until: number } | undefined;

  const read = async (): Promise<z.output<S>> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    const parsed = schema.safeParse(parseJson(SecretString ?? ""));
    if (!parsed.success) throw new Error("a secret is not of the form that is expected");
    return parsed.data;
  };

  return async ({ fresh = false }: { fresh?: boolean } = {}): Promise<z.output<S>> => {
    if (fresh || kept === undefined || kept.until < now())
      kept = { value: await read(), until: now() + KEPT_MS };
    return kept.value;
  };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
