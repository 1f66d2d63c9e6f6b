import { NotFound } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";
import { endSessions } from "./end-sessions.ts";

/** Ends one session of the account, the present one or another. Throws `NotFound` where it has ended before. */
export const makeLogOut =
  (writing: Writing) =>
  async (session: Pick<Session, "accountId" | "id">): Promise<void> =>
    await retrying(async () => {
      const { accountId, id } = session;
      const remove = await writing.records.get("session", { accountId, id });
      if (remove === undefined) throw new NotFound("the session is not there");
      await writing.records.commit([
        { remove },
        audited(writing, writing.clock(), { action: "logged-out", actor: "user", accountId }),
      ]);
    });

/** Ends every session of the account but the present one. Where there is no other, nothing happens. */
export const makeLogOutOthers =
  (writing: Writing) =>
  async (present: Session): Promise<void> =>
    await retrying(async () => {
      const { accountId } = present;
      const others = endSessions(await loadAccount(writing.records, accountId), present);
      if (others.length === 0) return;
      await writing.records.commit([
        ...others,
        audited(writing, writing.clock(), {
          action: "logged-out",
          actor: "user",
          accountId,
          reason: "other-sessions",
        }),
      ]);
    });
