import { CeremonyRefused, KeyCloned } from "../../domain/errors.ts";
import {
  type Operator,
  type OperatorKey,
  type OperatorLogin,
  type OperatorSession,
  operatorSessionTimes,
} from "../../domain/operator.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { AuthenticationResponse, Ceremonies } from "../ports/fido.ts";
import { hashOf } from "../sessions/token.ts";
import { audited, newId, type Writing } from "../writing.ts";
import { handleOf } from "./enrol.ts";
import { makeOperatorToken } from "./operator-token.ts";

const newOperatorSession = ({ clock, random }: Writing, operatorId: string, keyId: string) => {
  const id = newId(random);
  const token = makeOperatorToken({ operatorId, id }, random);
  const at = clock();
  const session: OperatorSession = {
    type: "operator-session",
    operatorId,
    id,
    version: 0,
    tokenHash: hashOf(token),
    keyId,
    createdAt: at,
    lastUsedAt: at,
    expiresAt: secondsAfter(at, operatorSessionTimes.absolute),
  };
  return { session, token };
};

/** The handle is used up, whatever was wrong; a key that may have a copy opens nothing any more. */
const recordRefusal = async (
  writing: Writing,
  attempt: OperatorLogin,
  { operator, key }: { operator: Operator; key: OperatorKey },
  error: unknown,
): Promise<void> => {
  const at = writing.clock();
  const cloned = error instanceof KeyCloned;
  await writing.records.commit([
    { remove: attempt },
    ...(cloned ? [{ put: { ...operator, key: { ...key, clonedAt: at } } }] : []),
    audited(writing, at, {
      action: "operator-login-refused",
      actor: "operator",
      operator: operator.id,
      reason: cloned ? "key-cloned" : "key-refused",
    }),
  ]);
};

/** The second step, which nothing goes around. Each handle is good for one answer. Throws `CeremonyRefused`, `KeyCloned`. */
export const makeLogInOperatorWithKey =
  (writing: Writing & { ceremonies: Ceremonies }) =>
  async (command: { handle: string; response: AuthenticationResponse }): Promise<{ token: string }> => {
    const { records, clock, ceremonies } = writing;
    const attempt = await records.get("operator-login", { id: hashOf(command.handle) });
    const at = clock();
    if (attempt === undefined || attempt.expiresAt <= at) throw new CeremonyRefused("no such login attempt");
    const operator = await records.get("operator", { id: attempt.operatorId });
    const { key, passwordHash } = operator ?? {};
    if (operator?.state !== "active" || key === undefined || passwordHash === undefined)
      throw new CeremonyRefused("not an active operator");
    if (attempt.passwordMark !== hashOf(passwordHash))
      throw new CeremonyRefused("the password was changed since");
    if (key.clonedAt !== undefined) throw new CeremonyRefused("there may be a copy of the key");

    const { counter } = await ceremonies
      .verifyAuthentication(command.response, attempt, { ...key, accountId: handleOf(operator) })
      .catch(async (error: unknown) => {
        await recordRefusal(writing, attempt, { operator, key }, error);
        throw error;
      });
    const { session, token } = newOperatorSession(writing, operator.id, key.id);
    const { blockedUntil: _blocked, ...rest } = operator;
    await records.commit([
      { remove: attempt },
      { put: session },
      { put: { ...rest, wrongPasswords: 0, key: { ...key, counter, lastUsedAt: at } } },
      audited(writing, at, { action: "operator-logged-in", actor: "operator", operator: operator.id }),
    ]);
    return { token };
  };
