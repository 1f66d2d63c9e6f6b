import { NotLoggedIn } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import type { AccountRecords } from "../ports/records.ts";

/**
 * The session is still there, in the same reading that the use case decides on. For whatever gives access to an account:
 * its transaction writes the account, so that of this and of the end of all sessions one loses. Throws `NotLoggedIn`.
 */
export const requireSession = (
  { sessions }: Pick<AccountRecords, "sessions">,
  { id }: Pick<Session, "id">,
): void => {
  if (!sessions.some((session) => session.id === id)) throw new NotLoggedIn("the session has ended");
};
