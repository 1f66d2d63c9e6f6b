import { X509Certificate, createPrivateKey } from "node:crypto";
import { CallFailed } from "../failures.ts";
import type { Observe } from "../observe.ts";
import { type KeyPair, type ReadKeyPairs, type KeyPairs, pairsOf } from "../../key-pairs.ts";

/** One of our keys, with the certificate that NIA knows it by. */
export interface ProviderKey extends KeyPair {
  /** SHA-256 of the certificate, as the settings of NIA's portal show it. */
  fingerprint: string;
}

/** How long a key that NIA turned away comes after the others. */
const REFUSED_MS = 10 * 60 * 1000;

/** A clock that is a little off must not make a certificate invalid on its first or last day. */
const isValid = (certificate: X509Certificate, now: number, skewMs: number): boolean =>
  certificate.validFromDate.getTime() - skewMs <= now && now < certificate.validToDate.getTime() + skewMs;

const keyOf = (pair: KeyPair, now: number, skewMs: number): ProviderKey | undefined => {
  try {
    const certificate = new X509Certificate(pair.certificatePem);
    if (!certificate.checkPrivateKey(createPrivateKey(pair.privateKeyPem))) return undefined;
    return isValid(certificate, now, skewMs)
      ? { ...pair, fingerprint: certificate.fingerprint256 }
      : undefined;
  } catch {
    // OpenSSL's own text may quote
    return undefined;
  }
};

export interface KeyRing {
  /** The keys to prove ourselves with, the one to try first first. Throws `CallFailed` where there is none. */
  usable(options?: { fresh?: boolean }): Promise<ProviderKey[]>;
  /** NIA does not take this one: the others go first for a while. */
  refused(key: ProviderKey): void;
}

export interface KeyRingOptions {
  credentials: ReadKeyPairs;
  now: () => number;
  clockSkewSeconds: number;
  observe: Observe;
}

const notMade = (message: string): CallFailed => new CallFailed("not-made", "token", { message });

/**
 * The provider's keys: those whose certificate is valid now and belongs to its private key, in the secret's order. So
 * a key can be changed without an outage: NIA takes both for a while, the secret holds both for a while.
 */
export const makeKeyRing = ({ credentials, now, clockSkewSeconds, observe }: KeyRingOptions): KeyRing => {
  const refusedUntil = new Map<string, number>();
  const isRefused = ({ fingerprint }: ProviderKey): boolean => (refusedUntil.get(fingerprint) ?? 0) > now();

  const secretOf = async (fresh: boolean): Promise<KeyPairs> => {
    try {
      return await credentials({ fresh });
    } catch {
      throw notMade("the key of NIA could not be read");
    }
  };

  return {
    usable: async ({ fresh = false } = {}) => {
      const pairs = pairsOf(await secretOf(fresh));
      const keys = pairs.flatMap((pair) => keyOf(pair, now(), clockSkewSeconds * 1000) ?? []);
      if (keys.length === 0) throw notMade("no key of NIA has a certificate that is its own and valid now");
      if (keys.length < pairs.length) observe({ event: "key-unusable", usable: keys.length });
      return [...keys.filter((key) => !isRefused(key)), ...keys.filter(isRefused)];
    },
    refused: (key) => {
      refusedUntil.set(key.fingerprint, now() + REFUSED_MS);
      observe({ event: "key-refused", fingerprint: key.fingerprint });
    },
  };
};
