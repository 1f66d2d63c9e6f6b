import type { IsoInstant } from "./person.ts";
import { type Grade, isLinked, isUsable, resumed, type SecurityKey, suspended } from "./security-key.ts";

/** What a key's owner is told when metadata have changed. */
export type KeyNews = "model-disqualified" | "model-restored" | "key-linkable";

/** What metadata say of a key. */
export interface Graded {
  grade: Grade;
  modelKey?: string;
  modelName?: string;
  picture?: string;
}

/**
 * The key under another grade: its link suspended where its model is disqualified now, resumed where that was lifted
 * and nothing else suspends it. The same key where metadata say the same as before; so doing it again does nothing.
 *
 * A model that is not listed any more has not been cleared: what disqualified it still holds.
 */
export const regraded = (
  key: SecurityKey,
  next: Graded,
  at: IsoInstant,
): { key: SecurityKey; news?: KeyNews } => {
  const isCleared = next.grade.disqualifiedBy === undefined;
  if (isSame(key, next) || (key.grade.disqualifiedBy !== undefined && isCleared && !isListed(next.grade)))
    return { key };
  const turn = isCleared ? resumed : suspended;
  const after = turn({ ...key, ...next }, "model-disqualified", at);
  const news = newsOf(key, after);
  return { key: after, ...(news !== undefined && { news }) };
};

const isListed = ({ reason }: Grade): boolean => reason === "certified" || reason === "below-level-1";

const isSame = (
  key: SecurityKey,
  { grade, modelKey = key.modelKey, modelName = key.modelName }: Graded,
): boolean =>
  key.modelKey === modelKey &&
  key.modelName === modelName &&
  key.grade.level === grade.level &&
  key.grade.linkable === grade.linkable &&
  key.grade.reason === grade.reason &&
  key.grade.disqualifiedBy === grade.disqualifiedBy;

const newsOf = (before: SecurityKey, after: SecurityKey): KeyNews | undefined => {
  const was = before.link?.suspendedFor?.includes("model-disqualified") === true;
  const is = after.link?.suspendedFor?.includes("model-disqualified") === true;
  if (is && !was) return "model-disqualified";
  if (was && after.link?.state === "active") return "model-restored";
  const nowLinkable = after.grade.linkable && !before.grade.linkable && !isLinked(after) && isUsable(after);
  return nowLinkable ? "key-linkable" : undefined;
};
