/**
 * How much of each an account may have. What ends all its access (a two-factor reset, a login reset) is one transaction
 * of at most 100 writes: a key with its claim, up to four possible models, NIA's record and who tells it is 8, a
 * certificate with its claim 2, a session 1, and all the rest 14.
 */
export const MOST_KEYS = 8;
export const MOST_CERTIFICATES = 5;
/** The least used one ends where there would be more. */
export const MOST_SESSIONS = 12;
