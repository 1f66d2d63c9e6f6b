import type { Account } from "./account.ts";
import type { IsoInstant } from "./person.ts";

const A_DAY = 5;
const DAY_MS = 86_400_000;

export type RecoveryKind = keyof NonNullable<Account["recoveries"]>;

const ofLastDay = ({ recoveries }: Account, kind: RecoveryKind, now: IsoInstant): IsoInstant[] =>
  (recoveries?.[kind] ?? []).filter((at) => Date.parse(now) - Date.parse(at) < DAY_MS);

/** Whether one more mail may be sent today that helps whoever can't log in. */
export const mayRecover = (account: Account, kind: RecoveryKind, now: IsoInstant): boolean =>
  ofLastDay(account, kind, now).length < A_DAY;

/** The account with one more such mail noted. */
export const withRecovery = (account: Account, kind: RecoveryKind, now: IsoInstant): Account => ({
  ...account,
  recoveries: { ...account.recoveries, [kind]: [...ofLastDay(account, kind, now), now] },
});
