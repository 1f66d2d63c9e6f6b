import { Conflict } from "../../domain/errors.ts";
import { advancedChange, type ModelChange } from "../../domain/model-key.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Models } from "../ports/fido.ts";
import { makeReviewKey, type ReviewPorts } from "./review-key.ts";

/** Longer than a request may take: a key that was graded by the metadata before is in its place by then. */
const SETTLE_SECONDS = 60;
const KEYS_OF_PAGE = 25;
const MODELS_AT_ONCE = 4;

/** What a round has done, for the log and the metrics. */
export interface Reviewed {
  models: number;
  pages: number;
  changed: number;
}

interface Round {
  done: Reviewed;
  pagesLeft: number;
  settledBefore: IsoInstant;
  failures: unknown[];
}

/**
 * Reviews the keys of models that metadata see differently, at most so many pages of them; the next round goes on where
 * this one stops, or dies. Two rounds at once do no harm: whoever saves its place first goes on. A key that fails does
 * not keep others waiting: its model begins again, and the round throws at its end.
 */
export const makeReviewModels = (ports: ReviewPorts, pagesOfRound: number) => async (): Promise<Reviewed> => {
  const { records, clock } = ports;
  const settledBefore = new Date(Date.parse(clock()) - SETTLE_SECONDS * 1000).toISOString();
  const round: Round = {
    done: { models: 0, pages: 0, changed: 0 },
    pagesLeft: pagesOfRound,
    settledBefore,
    failures: [],
  };
  const open = (await records.waiting("model-change", settledBefore)).toReversed();
  const takeModels = async () => {
    for (let listed = open.pop(); listed !== undefined && round.pagesLeft > 0; listed = open.pop()) {
      // oxlint-disable-next-line no-await-in-loop -- a few at once, the rest in turn
      await reviewModel(ports, round, listed);
    }
  };
  await Promise.all(Array.from({ length: MODELS_AT_ONCE }, takeModels));
  if (round.failures.length > 0)
    throw new AggregateError(round.failures, `${round.failures.length} keys were not reviewed`);
  return round.done;
};

const reviewModel = async (ports: ReviewPorts, round: Round, listed: ModelChange): Promise<void> => {
  // The list is eventually consistent: begin with the row itself.
  let change = await ports.records.get("model-change", listed);
  let isWhole = false;
  while (change !== undefined && !isWhole && round.pagesLeft > 0) {
    if (change.closedAt !== undefined || change.openedAt >= round.settledBefore) return;
    round.pagesLeft -= 1;
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ended
    change = await reviewPage(ports, round, change);
    isWhole = change === undefined || change.after === undefined;
  }
  if (isWhole && change !== undefined) round.done.models += 1;
};

/** One page and the place after it; undefined where another one has gone on meanwhile, or metadata have changed again. */
const reviewPage = async (
  ports: ReviewPorts,
  round: Round,
  change: ModelChange,
): Promise<ModelChange | undefined> => {
  const rows = await ports.records.keysOfModel(change.id, KEYS_OF_PAGE, change.after);
  const reviewKey = makeReviewKey({ ...ports, models: remembering(ports.models) });
  const results = await Promise.allSettled(rows.map(reviewKey));
  const failures = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason as unknown] : [],
  );
  round.failures.push(...failures);
  round.done.pages += 1;
  round.done.changed += results.filter((result) => result.status === "fulfilled" && result.value).length;

  const last = rows.length === KEYS_OF_PAGE ? rows.at(-1)?.id : undefined;
  const next = advancedChange(change, { last, failed: failures.length }, ports.clock());
  try {
    await ports.records.commit([{ put: next }]);
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
  return { ...next, version: next.version + 1 };
};

/** Metadata are read once a page, not once a key. */
const remembering = (models: ReviewPorts["models"]): ReviewPorts["models"] => {
  const found = new Map<string, ReturnType<Models["find"]>>();
  let current: ReturnType<Models["current"]> | undefined;
  return {
    current: async () => await (current ??= models.current()),
    find: async (key) => {
      const asked = found.get(key) ?? models.find(key);
      found.set(key, asked);
      return await asked;
    },
  };
};
