import { Conflict, NotLoggedIn } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { isAlive, mayStillRead, type SessionTimes, wantsTouch } from "../../domain/session-times.ts";
import type { Clock } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import { locate } from "./token.ts";

/** What a request is about to do: a token that was replaced only just still reads, and does nothing else. */
export type TokenUse = "reading" | "changing";

/** The session of a token, in one read. Throws `NotLoggedIn`. */
export const makeAuthenticate =
  ({ records, clock }: { records: Records; clock: Clock }, times: SessionTimes) =>
  async (token: string | undefined, use: TokenUse = "changing"): Promise<Session> => {
    const located = token === undefined ? undefined : locate(token);
    if (located === undefined) throw new NotLoggedIn("no token");
    const session = await records.get("session", located.place);
    const now = clock();
    if (session === undefined || !isAlive(session, times, now)) throw new NotLoggedIn("no living session");
    if (session.tokenHash !== located.tokenHash) {
      if (use === "reading" && mayStillRead(session, located.tokenHash, now))
        return { ...session, confirmed: [] };
      throw new NotLoggedIn("not the token of the session");
    }
    if (!wantsTouch(session, times, now)) return session;
    return await touch(records, { ...session, lastUsedAt: now });
  };

const touch = async (records: Records, session: Session): Promise<Session> => {
  try {
    await records.commit([{ put: session }]);
    return { ...session, version: session.version + 1 };
  } catch (error) {
    // Two requests at once: the other one has noted it.
    if (!(error instanceof Conflict)) throw error;
    const current = await records.get("session", session);
    if (current?.tokenHash !== session.tokenHash) throw new NotLoggedIn("the session has ended or gone on");
    return current;
  }
};
