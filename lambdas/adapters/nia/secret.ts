import * as z from "zod/mini";

const pem = z.string().check(z.startsWith("-----BEGIN "));
const pair = z.object({ privateKeyPem: pem, certificatePem: pem });

/**
 * What is in the secret: one key with its certificate, or several while NIA changes from one to the other. They are
 * tried in this order: `current`, `next`, `previous`.
 */
export const niaSecret = z.union([
  z.object({ current: pair, next: z.optional(pair), previous: z.optional(pair) }),
  pair,
]);

export type KeyPair = z.infer<typeof pair>;
export type NiaSecret = z.infer<typeof niaSecret>;

/** Reads the provider's keys; `fresh`: from their source, whatever was kept. */
export type NiaCredentials = (options?: { fresh?: boolean }) => Promise<NiaSecret>;

export const pairsOf = (secret: NiaSecret): KeyPair[] =>
  "current" in secret
    ? [secret.current, secret.next, secret.previous].filter((one) => one !== undefined)
    : [secret];
