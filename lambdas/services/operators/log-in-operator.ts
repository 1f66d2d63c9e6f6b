import { CredentialsWrong, OperatorBlocked } from "../../domain/errors.ts";
import type { Operator } from "../../domain/operator.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Ceremonies } from "../ports/fido.ts";
import type { Passwords } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import { audited, type Writing } from "../writing.ts";
import { handleOf } from "./enrol.ts";
import { loadOperator } from "./load-operator.ts";

const KEY_SECONDS = 300;
const WRONG_IN_A_ROW = 6;
const BLOCKED_SECONDS = 1800;

type LogInPorts = Writing & { passwords: Passwords; ceremonies: Ceremonies };

/** A wrong password counts; from the sixth in a row on each blocks for half an hour. */
const countWrong = async (writing: Writing, id: string): Promise<void> =>
  await retrying(async () => {
    const { records, clock } = writing;
    const operator = await loadOperator(records, id);
    const at = clock();
    const wrongPasswords = operator.wrongPasswords + 1;
    const blocks = wrongPasswords >= WRONG_IN_A_ROW;
    await records.commit([
      {
        put: {
          ...operator,
          wrongPasswords,
          ...(blocks ? { blockedUntil: secondsAfter(at, BLOCKED_SECONDS) } : {}),
        },
      },
      audited(writing, at, {
        action: blocks ? "operator-blocked" : "operator-login-refused",
        actor: "operator",
        operator: id,
        reason: "wrong-password",
      }),
    ]);
  });

/** As much as a wrong password of somebody who is there: two rows that mean nothing and are soon gone. */
const countNothing = async ({ records, clock, random }: Writing): Promise<void> => {
  const at = clock();
  await records.get("operator", { id: "nobody" });
  const decoy = () => ({
    put: {
      type: "operator-login" as const,
      id: hashOf(makeHandle(random)),
      version: 0,
      operatorId: "nobody",
      passwordMark: "",
      challenge: "",
      askedAt: at,
      expiresAt: at,
    },
  });
  await records.commit([decoy(), decoy()]);
};

type Enrolled = Operator & Required<Pick<Operator, "passwordHash" | "key">>;

const isEnrolled = (operator: Operator | undefined): operator is Enrolled =>
  operator?.state === "active" && operator.passwordHash !== undefined && operator.key !== undefined;

/**
 * The first step: login and password. A key is always asked for. Who is unknown, disabled or not enrolled takes the same
 * way to the same answer. Throws `CredentialsWrong`, and `OperatorBlocked` only to who knows the password.
 */
export const makeLogInOperator =
  (ports: LogInPorts) =>
  async (command: { login: string; password: string }): Promise<{ handle: string; options: unknown }> => {
    const { records, clock, random, passwords, ceremonies } = ports;
    const found = await records.get("operator", { id: command.login.trim().toLowerCase() });
    const operator = isEnrolled(found) ? found : undefined;
    const right = await passwords.verify(command.password, operator?.passwordHash);
    if (operator === undefined || !right) {
      await (operator === undefined ? countNothing(ports) : countWrong(ports, operator.id));
      throw new CredentialsWrong("no such operator, or a wrong password");
    }
    const at = clock();
    if (operator.blockedUntil !== undefined && operator.blockedUntil > at)
      throw new OperatorBlocked("too many wrong passwords");
    const key = { ...operator.key, accountId: handleOf(operator) };
    const { challenge, options } = await ceremonies.authenticationOptions([key]);
    const handle = makeHandle(random);
    await records.commit([
      // A wrong password counted meanwhile ends this one, so that many at once get no more tries.
      { check: operator },
      {
        put: {
          type: "operator-login",
          id: hashOf(handle),
          version: 0,
          operatorId: operator.id,
          passwordMark: hashOf(operator.passwordHash),
          challenge,
          askedAt: at,
          expiresAt: secondsAfter(at, KEY_SECONDS),
        },
      },
    ]);
    return { handle, options };
  };
