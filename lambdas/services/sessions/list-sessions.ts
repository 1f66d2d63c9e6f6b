import type { Session } from "../../domain/records.ts";
import { isAlive, type SessionTimes } from "../../domain/session-times.ts";
import { loadAccount } from "../load-account.ts";
import type { Writing } from "../writing.ts";

/** The living sessions of an account, last used first. */
export const makeListSessions =
  ({ records, clock }: Pick<Writing, "records" | "clock">, times: SessionTimes) =>
  async (accountId: string): Promise<Session[]> => {
    const { sessions } = await loadAccount(records, accountId);
    const now = clock();
    return sessions
      .filter((session) => isAlive(session, times, now))
      .toSorted((a, b) => b.lastUsedAt.localeCompare(a.lastUsedAt));
  };
