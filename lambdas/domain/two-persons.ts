import { WrongState } from "./errors.ts";
import type { Operator } from "./operator.ts";
import type { IsoInstant } from "./person.ts";

/**
 * What one operator asks for and another one decides (product.md, "Helpdesk"). That it is another one, and nobody's own
 * account, say `requireAnother` and `requireNotOwn` (domain/operator-rights.ts).
 */
export interface Asked {
  /** Names what was asked, so that nobody decides on something else than was shown. */
  id: string;
  /** Operator's id. */
  by: string;
  at: IsoInstant;
}

/** As much of an operator as says whether they may act. */
export type Actor = Pick<Operator, "id" | "role" | "ownAccountId">;

/** What was asked, as it was shown to whoever decides now. Throws `WrongState` where it is another one or none. */
export const requireAsked = <A extends Asked>(asked: A | undefined, askedId: string): A => {
  if (asked === undefined) throw new WrongState("nothing is asked for");
  if (asked.id !== askedId) throw new WrongState("something else is asked for by now");
  return asked;
};
