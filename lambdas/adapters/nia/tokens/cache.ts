import type { Token } from "./ws-trust.ts";

/** Room for the call that uses the token. */
const RENEW_BEFORE_MS = 2 * 60 * 1000;

/**
 * Tokens by name. They live in the memory of this process and nowhere else: never written, never logged, gone with
 * it, so there is nothing to encrypt (docs/adr/tokens-in-memory.md).
 */
export interface TokenCache {
  /** One that lives long enough; callers that come together ask for a new one once. */
  get(name: string, issue: () => Promise<Token>): Promise<Token>;
  /** Makes the next `get` ask anew, where this token (or any) is the one that is held. Tells whether it was. */
  forget(name: string, token?: Token): boolean;
}

/** A token for every call. */
export const noCache: TokenCache = { get: async (_, issue) => await issue(), forget: () => false };

/** Keeps tokens until shortly before they expire. */
export const memoryCache = (now: () => number): TokenCache => {
  const held = new Map<string, { coming: Promise<Token>; token?: Token }>();

  const renew = (name: string, issue: () => Promise<Token>): Promise<Token> => {
    const entry: { coming: Promise<Token>; token?: Token } = { coming: issue() };
    held.set(name, entry);
    entry.coming.then(
      (token) => (entry.token = token),
      () => held.get(name) === entry && held.delete(name),
    );
    return entry.coming;
  };

  return {
    get: async (name, issue) => {
      const entry = held.get(name);
      if (entry === undefined) return await renew(name, issue);
      const isOld = entry.token !== undefined && entry.token.expiresAt - RENEW_BEFORE_MS <= now();
      return await (isOld ? renew(name, issue) : entry.coming);
    },
    forget: (name, token) => (token === undefined || held.get(name)?.token === token) && held.delete(name),
  };
};
