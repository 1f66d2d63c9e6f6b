import type { Token } from "./ws-trust.ts";

/** Room for the call that uses the token, and for a clock that is a little off. */
const RENEW_BEFORE_MS = 2 * 60 * 1000;

export interface TokenSource {
  get(): Promise<Token>;
  /** Makes the next `get` ask for a new one. */
  forget(): void;
}

/** A token for every call. */
export const fresh = (issue: () => Promise<Token>): TokenSource => ({ get: issue, forget: () => undefined });

/** Keeps the token in memory, renews it in time, and asks once for callers that come together. */
export const reused = (issue: () => Promise<Token>, now: () => number): TokenSource => {
  let held: Promise<Token> | undefined;
  const forget = (which: Promise<Token> | undefined): void => {
    if (held === which) held = undefined;
  };
  const renew = (): Promise<Token> => {
    const issued = issue();
    held = issued;
    issued.catch(() => forget(issued));
    return issued;
  };
  const get = async (): Promise<Token> => {
    const current = held;
    if (!current) return renew();
    const token = await current;
    if (token.expiresAt - RENEW_BEFORE_MS > now()) return token;
    forget(current);
    return held ?? renew();
  };
  return { get, forget: () => forget(held) };
};
