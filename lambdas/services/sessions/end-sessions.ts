import type { Session } from "../../domain/records.ts";
import type { AccountRecords, Write } from "../ports/records.ts";

/**
 * Ends every session of an account, or every other one: for the transaction that changes a password, a contact or a
 * factor. That transaction writes the account too, so that a login which was under way by the old state loses, and
 * runs inside `retrying`, for a session may have been used since it was read.
 */
export const endSessions = (
  { sessions }: Pick<AccountRecords, "sessions">,
  except?: Pick<Session, "id">,
): Write[] => sessions.filter(({ id }) => id !== except?.id).map((remove) => ({ remove }));
