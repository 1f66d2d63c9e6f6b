import { Conflict, ConsoleClosed, OperatorNotLoggedIn } from "../../domain/errors.ts";
import { type Operator, type OperatorSession, operatorSessionTimes } from "../../domain/operator.ts";
import { isAlive, wantsTouch } from "../../domain/session-times.ts";
import type { Clock } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import { loadRoster } from "./load-operator.ts";
import { locateOperator } from "./operator-token.ts";

/**
 * Who a token of the console is, as they are at this moment: who was disabled, or has to enrol anew, is nobody any
 * more, and a role that was changed counts at once. Throws `OperatorNotLoggedIn`; and `ConsoleClosed` before two
 * supervisors were enrolled, unless it may be so.
 */
export const makeAuthenticateOperator =
  ({ records, clock }: { records: Records; clock: Clock }, { mayBeClosed }: { mayBeClosed: boolean }) =>
  async (token: string | undefined): Promise<{ operator: Operator; operatorSession: OperatorSession }> => {
    const located = token === undefined ? undefined : locateOperator(token);
    if (located === undefined) throw new OperatorNotLoggedIn("no token");
    const [session, operator, roster] = await Promise.all([
      records.get("operator-session", located.place),
      records.get("operator", { id: located.place.operatorId }),
      loadRoster(records),
    ]);
    const now = clock();
    if (session?.tokenHash !== located.tokenHash || !isAlive(session, operatorSessionTimes, now))
      throw new OperatorNotLoggedIn("no living session");
    if (operator?.state !== "active" || operator.key?.id !== session.keyId)
      throw new OperatorNotLoggedIn("not an active operator, or another key");
    if (!mayBeClosed && roster.openedAt === undefined) throw new ConsoleClosed("not two supervisors yet");
    const touched = wantsTouch(session, operatorSessionTimes, now)
      ? await touch(records, { ...session, lastUsedAt: now })
      : session;
    return { operator, operatorSession: touched };
  };

const touch = async (records: Records, session: OperatorSession): Promise<OperatorSession> => {
  try {
    await records.commit([{ put: session }]);
    return { ...session, version: session.version + 1 };
  } catch (error) {
    // Two requests at once: the other one has noted it. Or it has ended.
    if (!(error instanceof Conflict)) throw error;
    const current = await records.get("operator-session", session);
    if (current?.tokenHash !== session.tokenHash) throw new OperatorNotLoggedIn("the session has ended");
    return current;
  }
};
