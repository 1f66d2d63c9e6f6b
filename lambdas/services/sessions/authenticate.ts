import { Conflict, NotLoggedIn } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { isAlive, type SessionTimes, wantsTouch } from "../../domain/session-times.ts";
import type { Clock } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import { locate } from "./token.ts";

/** The session of a token, in one read. Throws `NotLoggedIn`. */
export const makeAuthenticate =
  ({ records, clock }: { records: Records; clock: Clock }, times: SessionTimes) =>
  async (token: string | undefined): Promise<Session> => {
    const place = token === undefined ? undefined : locate(token);
    const session = place === undefined ? undefined : await records.get("session", place);
    const now = clock();
    if (session === undefined || !isAlive(session, times, now)) throw new NotLoggedIn("no living session");
    if (!wantsTouch(session, now)) return session;
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
    if (current === undefined) throw new NotLoggedIn("the session has ended");
    return current;
  }
};
