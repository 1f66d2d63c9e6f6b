import type * as z from "zod";
import type { keyLink, securityKey } from "../../contract/schemas/security-key.ts";
import { type Authenticator, isSettled } from "../../domain/authenticator.ts";
import type { SecurityKey } from "../../domain/security-key.ts";
import type { AccountRecords } from "../../services/ports/records.ts";

const linkView = (
  { link }: SecurityKey,
  authenticators: readonly Authenticator[],
): z.input<typeof keyLink> | undefined => {
  if (link === undefined) return undefined;
  const record = authenticators.find(({ id }) => id === link.authenticatorId);
  return {
    state: link.state,
    waitsForNia: record !== undefined && !isSettled(record),
    reasons: link.suspendedFor ?? (link.state === "active" || record === undefined ? [] : [record.reason]),
  };
};

export const securityKeyViews = ({
  keys,
  authenticators,
}: Pick<AccountRecords, "keys" | "authenticators">): z.input<typeof securityKey>[] =>
  keys.map((key) => securityKeyView(key, authenticators));

/** A key as its owner sees it. */
export const securityKeyView = (
  key: SecurityKey,
  authenticators: readonly Authenticator[],
): z.input<typeof securityKey> => {
  const { id, name, modelKey, modelName, picture, synced, grade, createdAt, lastUsedAt, clonedAt } = key;
  return {
    id,
    name,
    modelKey,
    modelName,
    picture,
    synced,
    level: grade.level,
    linkable: grade.linkable,
    reason: grade.reason,
    disqualifiedBy: grade.disqualifiedBy,
    metadataNo: grade.metadataNo,
    gradedAt: grade.gradedAt,
    createdAt,
    lastUsedAt,
    clonedAt,
    link: linkView(key, authenticators),
  };
};
