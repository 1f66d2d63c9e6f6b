import type * as z from "zod";
import type { securityKey } from "../../contract/schemas/security-key.ts";
import type { SecurityKey } from "../../domain/security-key.ts";

/** A key as its owner sees it. */
export const securityKeyView = (key: SecurityKey): z.input<typeof securityKey> => {
  const { id, name, modelKey, modelName, picture, synced, grade, createdAt, lastUsedAt, clonedAt, link } =
    key;
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
    link: link?.state,
    suspendedFor: link?.suspendedFor,
  };
};
