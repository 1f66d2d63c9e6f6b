import type { AuditAction } from "../../domain/audit.ts";
import {
  type Authenticator,
  type AuthenticatorState,
  isSettled,
  isStillTaken,
  letGo,
  takeToTell,
  told,
} from "../../domain/authenticator.ts";
import { AuthenticatorBusy, NiaRefused, NiaUnavailable, RecordMissing } from "../../domain/errors.ts";
import type { Nia, AuthenticatorState as NiaState } from "../ports/nia.ts";
import type { Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";
import { type AuthenticatorTask, loadAuthenticator } from "./load-authenticator.ts";
import { openCaseOf } from "./open-case-of.ts";

const niaStates: Record<AuthenticatorState, NiaState> = {
  active: "Aktivni",
  suspended: "Neaktivni",
  ended: "Ukonceny",
};
const actions: Record<AuthenticatorState, AuditAction> = {
  active: "key-resumed",
  suspended: "key-suspended",
  ended: "key-ended",
};

/** These answers say that nothing came of the call; after any other failure NIA may still be at work on it. */
const isOver = (error: unknown): boolean =>
  error instanceof NiaUnavailable || error instanceof NiaRefused || error instanceof RecordMissing;

/**
 * Task `tell-nia`: TR_EVIDENCE_VIP_ZMENA with the state that is wanted now. One call at a time for each record, or two
 * could arrive in the wrong order; before it, what NIA holds is stored as unknown. A record that is not there is as good
 * as ended. Throws `Superseded`, `AuthenticatorBusy`, `RecordMissing`, and what the port `Nia` does.
 */
export const makeTellNia = (writing: Writing & { nia: Nia }) => {
  const { records, clock, nia } = writing;

  const take = async (input: AuthenticatorTask): Promise<Authenticator | undefined> => {
    const authenticator = await loadAuthenticator(records, input);
    if (isSettled(authenticator)) return undefined;
    const taken = takeToTell(authenticator, clock());
    await records.commit([{ put: taken }]);
    return taken;
  };

  const call = async ({ pseudonym, id, wanted, reason }: Authenticator): Promise<string | undefined> => {
    const { outcome, correlationId } = await nia.changeAuthenticator({
      pseudonym,
      authenticatorId: id,
      state: niaStates[wanted],
      message: reason,
    });
    if (outcome === "no-such-record" && wanted !== "ended")
      throw new RecordMissing(`${id} is to be ${wanted}${correlationId ? `: ${correlationId}` : ""}`);
    return correlationId;
  };

  /** The record as it is now; where NIA holds what is wanted, nobody has to see to it any more. */
  const closed = async (next: Authenticator): Promise<Write[]> => {
    const found = isSettled(next) ? await openCaseOf(records, next) : undefined;
    if (found === undefined) return [{ put: next }];
    const { caseId: _case, givenUpAt: _since, ...settled } = next;
    const at = clock();
    const { accountId, keyId } = next;
    const reason = `${found.kind}, settled`;
    return [
      { put: settled },
      { put: { ...found, state: "closed", closed: { at, by: "system", outcome: "settled" } } },
      audited(writing, at, { action: "case-closed", actor: "system", accountId, keyId, reason }),
    ];
  };

  /** Writes what came of the call, whatever is wanted by now; not where another one has taken the record since. */
  const store = async (
    taken: Authenticator,
    outcome: (authenticator: Authenticator) => Authenticator,
    ...more: Write[]
  ): Promise<void> =>
    await retrying(async () => {
      const now = await records.get("authenticator", taken);
      if (now === undefined || !isStillTaken(now, taken)) throw new AuthenticatorBusy("taken by another one");
      const next = outcome(now);
      await records.commit([...more, ...(await closed(next))]);
    });

  return async (input: AuthenticatorTask): Promise<void> => {
    const taken = await take(input);
    if (taken === undefined) return;
    const { accountId, keyId, wanted, reason } = taken;
    try {
      const correlationId = await call(taken);
      const details = { accountId, keyId, reason, ...(correlationId === undefined ? {} : { correlationId }) };
      await store(
        taken,
        (now) => told(now, wanted, clock()),
        audited(writing, clock(), { action: actions[wanted], actor: "system", ...details }),
      );
    } catch (error) {
      if (isOver(error)) await store(taken, letGo);
      throw error;
    }
  };
};
