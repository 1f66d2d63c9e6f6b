import { CallFailed } from "../failures.ts";
import type { NiaSettings } from "../settings.ts";
import type { Wire } from "../wire/exchange.ts";
import type { TokenCache } from "./cache.ts";
import { issueFederationToken, issueIdentityToken } from "./issue.ts";
import type { KeyRing, ProviderKey } from "./keys.ts";
import type { Token } from "./ws-trust.ts";

/** A token for call 3, and how to give up what led to it. */
export interface SubmissionToken {
  token: Token;
  forget(): void;
}

/** `get` gives a token for call 3. Throws `CallFailed`. */
export interface Tokens {
  get(): Promise<SubmissionToken>;
}

const isRefusedProof = (error: unknown): boolean =>
  error instanceof CallFailed && error.kind === "proof-refused";

/**
 * T1 and T2 for our keys (nia-soap.md, 5 and 6). A token is kept under everything it depends on: services, realms and
 * the certificate it was given for. Where NIA does not take a key, the secret is read anew and each other key is tried.
 */
export const makeTokens = (
  wire: Wire,
  settings: NiaSettings,
  { keys, cache }: { keys: KeyRing; cache: TokenCache },
): Tokens => {
  const { endpoints, realms } = settings;

  const identityFor = async (key: ProviderKey): Promise<Token> => {
    try {
      return await issueIdentityToken(wire, settings, key);
    } catch (error) {
      if (isRefusedProof(error)) keys.refused(key);
      throw error;
    }
  };

  const tokenFor = async (key: ProviderKey): Promise<SubmissionToken> => {
    const first = `T1 ${endpoints.ipsts} ${realms.fpsts} ${key.fingerprint}`;
    const second = `T2 ${endpoints.fpsts} ${realms.public} ${first}`;
    const issueSecond = async (): Promise<Token> => {
      const identity = await cache.get(first, () => identityFor(key));
      try {
        return await issueFederationToken(wire, settings, identity);
      } catch (error) {
        cache.forget(first, identity);
        throw error;
      }
    };
    const token = await cache.get(second, issueSecond);
    const forget = (): void => {
      if (cache.forget(second, token)) cache.forget(first);
    };
    return { token, forget };
  };

  const firstTaken = async (): Promise<SubmissionToken> => {
    const tried = new Set<string>();
    const untried = ({ fingerprint }: ProviderKey): boolean => !tried.has(fingerprint);
    let candidates = await keys.usable();
    let key = candidates[0];
    for (;;) {
      if (key === undefined) throw new CallFailed("not-made", "token", { message: "no key of NIA" });
      try {
        return await tokenFor(key);
      } catch (error) {
        if (!isRefusedProof(error)) throw error;
        tried.add(key.fingerprint);
        // the keys may have been changed since they were read
        if (tried.size === 1) candidates = await keys.usable({ fresh: true }).catch(() => candidates);
        key = candidates.find(untried);
        if (key === undefined) throw error;
      }
    }
  };

  return { get: firstTaken };
};
