import { CallNotChecked, SupervisorNeeded } from "./errors.ts";
import type { Operator } from "./operator.ts";
import { may, requireMay } from "./operator-rights.ts";
import type { IsoInstant } from "./person.ts";
import { secondsAfter } from "./session-times.ts";

/** How long an operator may act on a check that passed: as long as a call lasts. */
const CALL_SECONDS = 15 * 60;
const DAY_SECONDS = 86_400;
const FAILED_A_DAY = 3;

/** What the checks of callers have come to for one account: one row, so that of two at once neither is missed. */
export interface CallChecks {
  type: "call-checks";
  accountId: string;
  version: number;
  /** The failed ones of the last day. */
  failedAt: IsoInstant[];
  /** The call that passed last, until it is used. */
  passed?: { callId: string; operatorId: string; until: IsoInstant };
  expiresAt: IsoInstant;
}

const noChecks = (accountId: string): CallChecks => ({
  type: "call-checks",
  accountId,
  version: 0,
  failedAt: [],
  expiresAt: "",
});

/** Failed checks within the last 24 hours. */
export const failedToday = (checks: CallChecks | undefined, now: IsoInstant): IsoInstant[] =>
  (checks?.failedAt ?? []).filter((at) => secondsAfter(at, DAY_SECONDS) > now);

/** Throws `RoleNotEnough`, and after three failed checks in a day `SupervisorNeeded` to all but supervisors. */
export const requireMayCheck = (
  checks: CallChecks | undefined,
  operator: Operator,
  now: IsoInstant,
): void => {
  requireMay(operator, "check-caller");
  if (failedToday(checks, now).length >= FAILED_A_DAY && !may(operator, "check-caller-again"))
    throw new SupervisorNeeded("three failed checks in a day");
};

/** One check more. It takes the place of a call that passed before, whoever's that was. */
export const withCheck = (
  checks: CallChecks | undefined,
  {
    accountId,
    operatorId,
    callId,
    passed,
  }: { accountId: string; operatorId: string; callId: string; passed: boolean },
  at: IsoInstant,
): CallChecks => {
  const { passed: _before, ...rest } = checks ?? noChecks(accountId);
  return {
    ...rest,
    failedAt: [...failedToday(checks, at), ...(passed ? [] : [at])],
    expiresAt: secondsAfter(at, DAY_SECONDS),
    ...(passed ? { passed: { callId, operatorId, until: secondsAfter(at, CALL_SECONDS) } } : {}),
  };
};

/** The checks with this call used up: it is good for one act. Throws `CallNotChecked` for another's, an old or a used one. */
export const takeCall = (
  checks: CallChecks | undefined,
  { operatorId, callId }: { operatorId: string; callId: string },
  now: IsoInstant,
): CallChecks => {
  const { passed, ...rest } = checks ?? noChecks("");
  if (passed?.callId !== callId || passed.operatorId !== operatorId || passed.until <= now)
    throw new CallNotChecked("no call of this operator that is checked");
  return rest;
};
