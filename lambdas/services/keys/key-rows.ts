import type { Claim, ModelKey } from "../../domain/records.ts";
import type { SecurityKey } from "../../domain/security-key.ts";
import type { Write } from "../ports/records.ts";

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
