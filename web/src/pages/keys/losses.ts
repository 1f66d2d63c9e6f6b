import type { Output } from "../../api/client.ts";
import { useTexts } from "../../language/language.tsx";
import { type NiaState, useNia } from "../../queries/nia.ts";
import type { Texts } from "../../texts/texts.ts";

type SecurityKey = Output<"securityKeys">["keys"][number];

const isLinked = ({ link }: SecurityKey): boolean => link !== undefined && link.state !== "ended";
const isOpen = ({ state }: NonNullable<NiaState["verification"]>): boolean =>
  ["awaiting-registry-data", "under-review", "awaiting-completion", "completing"].includes(state);

const ofVerification = (
  texts: Texts["unlinking"],
  { id }: SecurityKey,
  verification: NiaState["verification"],
): string[] => {
  if (verification === undefined || !isOpen(verification) || !verification.keyIds.includes(id)) return [];
  if (verification.state === "completing") return [texts.keyOfCompletion];
  return [verification.keyIds.length === 1 ? texts.onlyKeyOfVerification : texts.oneKeyOfVerification];
};

/** All that goes with a key, the worst first, and what stays. */
export const lossesOf = (
  texts: Texts["unlinking"],
  key: SecurityKey,
  keys: readonly SecurityKey[],
  { link, verification }: Pick<NiaState, "link" | "verification">,
): string[] => {
  const others = keys.filter(({ id }) => id !== key.id);
  const endsLink = link !== undefined && isLinked(key) && !others.some(isLinked);
  return [
    ...(endsLink ? [texts.lastLinkedKey] : []),
    ...(isLinked(key) && !endsLink ? [texts.linkedKey] : []),
    ...(others.length === 0 ? [texts.lastKey] : []),
    ...ofVerification(texts, key, verification),
    texts.removeLead,
    ...(endsLink ? [texts.stays] : []),
  ];
};

/** Undefined until it is known. */
export const useLosses = (key: SecurityKey, keys: readonly SecurityKey[]): string[] | undefined => {
  const { unlinking } = useTexts();
  const { data } = useNia();
  return data === undefined ? undefined : lossesOf(unlinking, key, keys, data);
};
