import * as z from "zod/mini";

const pem = z.string().check(z.startsWith("-----BEGIN "));
const pair = z.object({ privateKeyPem: pem, certificatePem: pem });

/**
 * What is in a secret with a key of ours: one key with its certificate, or several while whoever knows us by it changes
 * from one to the other. They are tried in this order: `current`, `next`, `previous`.
 */
export const keyPairs = z.union([
  z.object({ current: pair, next: z.optional(pair), previous: z.optional(pair) }),
  pair,
]);

export type KeyPair = z.infer<typeof pair>;
export type KeyPairs = z.infer<typeof keyPairs>;

/** Reads keys of ours; `fresh`: from their source, whatever was kept. */
export type ReadKeyPairs = (options?: { fresh?: boolean }) => Promise<KeyPairs>;

export const pairsOf = (keys: KeyPairs): KeyPair[] =>
  "current" in keys ? [keys.current, keys.next, keys.previous].filter((one) => one !== undefined) : [keys];
