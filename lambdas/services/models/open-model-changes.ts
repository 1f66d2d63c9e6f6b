import { openedChange } from "../../domain/model-key.ts";
import { retrying } from "../retrying.ts";
import type { Writing } from "../writing.ts";

/** What one transaction holds, with room to spare. */
const AT_ONCE = 50;

/**
 * Has the keys of these models reviewed from the first one on. Repeating it is harmless: keys that were reviewed
 * already are found as they should be.
 */
export const openModelChanges = async (
  { records, clock }: Pick<Writing, "records" | "clock">,
  modelKeys: readonly string[],
): Promise<void> => {
  for (let start = 0; start < modelKeys.length; start += AT_ONCE) {
    const ids = modelKeys.slice(start, start + AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- one transaction after the other
    await retrying(async () => {
      const known = await Promise.all(ids.map(async (id) => await records.get("model-change", { id })));
      const at = clock();
      await records.commit(ids.map((id, index) => ({ put: openedChange(id, at, known[index]) })));
    });
  }
};
