import type { IsoInstant } from "./person.ts";
import type { SecurityKey } from "./security-key.ts";

/**
 * What a signature counter says, once the signature over it has been checked (WebAuthn 3, 6.1.1 and 7.2 step 22).
 *
 * A key that counts never gives the same number twice. Two answers of one key may arrive in the wrong order, though;
 * so a counter that did not rise proves a copy only where its challenge was made after the last answer was taken: then
 * the signature must be younger than the stored counter. Otherwise the answer is `late`, and refused without blame.
 * Keys that do not count say 0 for ever.
 */
export const judgeCounter = (
  key: Pick<SecurityKey, "counter" | "lastUsedAt" | "createdAt">,
  counter: number,
  askedAt: IsoInstant,
): "risen" | "late" | "cloned" => {
  if (counter > key.counter || (counter === 0 && key.counter === 0)) return "risen";
  return askedAt < (key.lastUsedAt ?? key.createdAt) ? "late" : "cloned";
};
