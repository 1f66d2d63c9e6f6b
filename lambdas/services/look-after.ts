import { Conflict } from "../domain/errors.ts";

/**
 * Looks after each of them in turn and counts what became of them. One that fails does not keep the others waiting; the
 * round throws at its end. One that someone else has changed meanwhile is in good hands.
 */
export const lookAfterEach = async <T, O extends string>(
  listed: readonly T[],
  lookAfter: (one: T) => Promise<O | undefined>,
): Promise<Partial<Record<O, number>>> => {
  const counts: Partial<Record<O, number>> = {};
  const failures: unknown[] = [];
  for (const one of listed) {
    try {
      const outcome = await lookAfter(one);
      if (outcome !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof Conflict)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} were not looked after`);
  return counts;
};
