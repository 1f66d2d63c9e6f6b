import type { Authenticator, AuthenticatorReason } from "../../domain/authenticator.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Claim } from "../../domain/records.ts";
import type { ModelKey } from "../../domain/model-key.ts";
import type { SecurityKey } from "../../domain/security-key.ts";
import { wantState } from "../authenticators/want-state.ts";
import type { Write } from "../ports/records.ts";
import type { Writing } from "../writing.ts";

/** What stands beside a key as long as it is there: never changed, so always at its first version. */
const companions = (key: SecurityKey, version: number): (Claim | ModelKey)[] => [
  { type: "claim", kind: "credential", value: key.id, version, accountId: key.accountId },
  ...key.possibleModels.map((modelKey) => ({
    type: "model-key" as const,
    modelKey,
    id: key.id,
    version,
    accountId: key.accountId,
  })),
];

/** A new key, its credential id taken for this account, and the rows by which it is found when its model changes. */
export const addedKey = (key: SecurityKey): Write[] => [key, ...companions(key, 0)].map((put) => ({ put }));

/** The key and all that stands beside it are gone: its credential id is free again. */
export const removedKey = (key: SecurityKey): Write[] =>
  [key, ...companions(key, 1)].map((remove) => ({ remove }));

/** The key as it is now; NIA is told where the state of its link is another one than before. */
export const changedKey = (
  writing: Pick<Writing, "random">,
  at: IsoInstant,
  before: SecurityKey,
  after: SecurityKey,
  { authenticators, reason }: { authenticators: readonly Authenticator[]; reason: AuthenticatorReason },
): Write[] => {
  const { link } = after;
  if (link === undefined || link.state === before.link?.state) return [{ put: after }];
  const own = authenticators.filter(({ id }) => id === link.authenticatorId);
  return [{ put: after }, ...wantState(writing, at, own, { wanted: link.state, reason })];
};
