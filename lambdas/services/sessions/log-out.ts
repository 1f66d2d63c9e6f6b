import type { Session } from "../../domain/records.ts";
import { audited, type Writing } from "../writing.ts";

/** Ends one session. */
export const makeLogOut =
  (writing: Writing) =>
  async (session: Session): Promise<void> => {
    const at = writing.clock();
    await writing.records.commit([
      { remove: session },
      audited(writing, at, { action: "logged-out", actor: "user", accountId: session.accountId }),
    ]);
  };
