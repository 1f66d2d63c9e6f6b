import type { OperatorSession } from "../../domain/operator.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";

/** Ends the session. One that has ended meanwhile is as good. */
export const makeLogOutOperator =
  (writing: Writing) =>
  async (session: Pick<OperatorSession, "operatorId" | "id">): Promise<void> =>
    await retrying(async () => {
      const remove = await writing.records.get("operator-session", session);
      if (remove === undefined) return;
      await writing.records.commit([
        { remove },
        audited(writing, writing.clock(), {
          action: "operator-logged-out",
          actor: "operator",
          operator: session.operatorId,
        }),
      ]);
    });
