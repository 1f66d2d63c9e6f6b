import {
  type Authenticator,
  type AuthenticatorReason,
  type AuthenticatorState,
  want,
} from "../../domain/authenticator.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Write } from "../ports/records.ts";
import { tellNia, type Writing } from "../writing.ts";

/**
 * From this transaction on NIA is to hold another state of these records, and will be told until it does. Records that
 * are in that state already, or ended, are left out.
 */
export const wantState = (
  writing: Pick<Writing, "random">,
  at: IsoInstant,
  authenticators: readonly Authenticator[],
  { wanted, reason }: { wanted: AuthenticatorState; reason: AuthenticatorReason },
): Write[] =>
  authenticators.flatMap((authenticator) => {
    const next = want(authenticator, wanted, reason, at);
    return next === undefined ? [] : [{ put: next }, tellNia(writing, at, next)];
  });
