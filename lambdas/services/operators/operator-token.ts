import { hashOf, makeHandle } from "../sessions/token.ts";
import type { RandomBytes } from "../ports/platform.ts";

/** An opaque token of a session of the console: where the session is stored, and 256 random bits. */
export const makeOperatorToken = (
  { operatorId, id }: { operatorId: string; id: string },
  random: RandomBytes,
): string => `${operatorId}:${id}:${makeHandle(random)}`;

/** Where the session of a token is stored, and the hash that has to be there; undefined where it can't be a token. */
export const locateOperator = (
  token: string,
): { place: { operatorId: string; id: string }; tokenHash: string } | undefined => {
  const [, operatorId, id] = /^([a-z0-9.-]{3,40}):([0-9a-f]{32}):[A-Za-z0-9_-]{43}$/u.exec(token) ?? [];
  return operatorId === undefined || id === undefined
    ? undefined
    : { place: { operatorId, id }, tokenHash: hashOf(token) };
};
