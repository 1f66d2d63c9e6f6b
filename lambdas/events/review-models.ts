import { models, regrade } from "../runtime/models.ts";
import { writing } from "../runtime/records.ts";
import { makeReviewModels } from "../services/models/review-models.ts";
import { eventHandler } from "./event.ts";

/** 5000 keys: well within the function's time. */
const PAGES_OF_ROUND = 200;

const review = makeReviewModels({ ...writing(), models: models(), regrade: regrade() }, PAGES_OF_ROUND);

/** Grades keys anew whose model metadata see differently. */
export const handler = eventHandler(async () => await review());
