import { EnrolmentUsedUp, OperatorTaken, WrongState } from "./errors.ts";
import type { OperatorRole } from "./operator-rights.ts";
import type { IsoInstant } from "./person.ts";
import type { SecurityKey } from "./security-key.ts";
import { secondsAfter } from "./session-times.ts";

/** How long an enrolment link is good (product.md, "Helpdesk"). */
const ENROLMENT_SECONDS = 86_400;

/** The one key of an operator. It opens no user's account, and no user's key opens the console. */
export type OperatorKey = Pick<
  SecurityKey,
  | "id"
  | "publicKey"
  | "counter"
  | "transports"
  | "attestation"
  | "modelName"
  | "grade"
  | "createdAt"
  | "lastUsedAt"
  | "clonedAt"
>;

/** Somebody of the helpdesk's staff. Never removed, so that the audit log always says who it was. */
export interface Operator {
  type: "operator";
  /** What they log in with, and what the audit log names. */
  id: string;
  version: number;
  name: string;
  email?: string;
  role: OperatorRole;
  /** The operator's own account as a user, which they may not touch. */
  ownAccountId?: string;
  /** `invited`: an enrolment link is out, and nothing opens the console before it is used. */
  state: "invited" | "active" | "disabled";
  createdAt: IsoInstant;
  /** The one link that is good; every older one is void. */
  enrolmentId?: string;
  /** PHC string of argon2id. Password and key are there, both or none, while active. */
  passwordHash?: string;
  key?: OperatorKey;
  wrongPasswords: number;
  blockedUntil?: IsoInstant;
}

/** A link that makes whoever holds it set the operator's password and key, once. */
export interface OperatorEnrolment {
  type: "operator-enrolment";
  /** Hash of the secret in the link. */
  id: string;
  version: number;
  operatorId: string;
  /** Of the key being registered. */
  challenge?: string;
  expiresAt: IsoInstant;
}

/** A login whose password was right and that waits for the key. */
export interface OperatorLogin {
  type: "operator-login";
  /** Hash of the handle that the browser holds. */
  id: string;
  version: number;
  operatorId: string;
  /** Hash of the stored password that was right: void once there is another one. */
  passwordMark: string;
  challenge: string;
  askedAt: IsoInstant;
  expiresAt: IsoInstant;
}

export interface OperatorSession {
  type: "operator-session";
  operatorId: string;
  id: string;
  version: number;
  /** SHA-256 of the token, base64url. */
  tokenHash: string;
  /** The key that opened it: it ends with that key. */
  keyId: string;
  createdAt: IsoInstant;
  lastUsedAt: IsoInstant;
  expiresAt: IsoInstant;
}

/** Every operator in short, in one row: written in the transaction of each change, so it is never behind. */
export interface OperatorRoster {
  type: "operator-roster";
  version: number;
  operators: Pick<Operator, "id" | "role" | "state" | "ownAccountId">[];
  /** When the second supervisor was enrolled. Before that nobody works in the console. */
  openedAt?: IsoInstant;
}

/** How long a session of the console lives, in seconds: longer than a shift and a handover, no longer than that. */
export const operatorSessionTimes = { idle: 15 * 60, absolute: 10 * 3600 };

const MANY = 2;
export const emptyRoster: OperatorRoster = { type: "operator-roster", version: 0, operators: [] };

/** What has to be there before first use: whatever takes a second person takes two who may approve. */
const isManned = (operators: OperatorRoster["operators"]): boolean =>
  operators.filter(({ role, state }) => role === "supervisor" && state === "active").length >= MANY;

/** The roster with an operator as they are now. Throws `OperatorTaken` where another one has the same account as a user. */
export const withOperator = (roster: OperatorRoster, operator: Operator, at: IsoInstant): OperatorRoster => {
  const { id, role, state, ownAccountId } = operator;
  const others = roster.operators.filter((other) => other.id !== id);
  // Nobody is two people: else one of them could approve what the other has asked for.
  if (ownAccountId !== undefined && others.some((other) => other.ownAccountId === ownAccountId))
    throw new OperatorTaken("another operator has the same account");
  const operators = [...others, { id, role, state, ...(ownAccountId === undefined ? {} : { ownAccountId }) }];
  const openedAt = roster.openedAt ?? (isManned(operators) ? at : undefined);
  return { ...roster, operators, ...(openedAt === undefined ? {} : { openedAt }) };
};

/** Has to enrol, anew where they had before: password and key open nothing from now on. Throws `WrongState` for a disabled one. */
export const invite = (
  operator: Operator,
  enrolmentId: string,
  at: IsoInstant,
): { operator: Operator; enrolment: OperatorEnrolment } => {
  if (operator.state === "disabled") throw new WrongState("the operator is disabled");
  const { passwordHash: _password, key: _key, blockedUntil: _blocked, ...rest } = operator;
  return {
    operator: { ...rest, state: "invited", enrolmentId, wrongPasswords: 0 },
    enrolment: {
      type: "operator-enrolment",
      id: enrolmentId,
      version: 0,
      operatorId: operator.id,
      expiresAt: secondsAfter(at, ENROLMENT_SECONDS),
    },
  };
};

/** Throws `EnrolmentUsedUp` where the link is over, was used, or a newer one was made. */
export const requireEnrolment = (
  enrolment: OperatorEnrolment | undefined,
  operator: Operator | undefined,
  now: IsoInstant,
): { enrolment: OperatorEnrolment; operator: Operator } => {
  if (enrolment === undefined || operator === undefined || enrolment.expiresAt <= now)
    throw new EnrolmentUsedUp("no such enrolment, or it is over");
  if (operator.state !== "invited" || operator.enrolmentId !== enrolment.id)
    throw new EnrolmentUsedUp("not the enrolment that is good");
  return { enrolment, operator };
};

export const enrolled = (operator: Operator, passwordHash: string, key: OperatorKey): Operator => {
  const { enrolmentId: _used, ...rest } = operator;
  return { ...rest, state: "active", passwordHash, key };
};

/** Opens nothing any more. Throws `WrongState` where that is so already. */
export const disable = (operator: Operator): Operator => {
  if (operator.state === "disabled") throw new WrongState("the operator is disabled already");
  const {
    passwordHash: _password,
    key: _key,
    enrolmentId: _link,
    blockedUntil: _blocked,
    ...rest
  } = operator;
  return { ...rest, state: "disabled" };
};
