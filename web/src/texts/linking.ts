import { comparison as comparisonCs } from "./cs/comparison.ts";
import { progress as progressCs } from "./cs/progress.ts";
import { comparison as comparisonEn } from "./en/comparison.ts";
import { progress as progressEn } from "./en/progress.ts";

/** Of the pages that lead to the link, apart from those of all other pages: they come at once. */
export const comparisonTexts = { cs: comparisonCs, en: comparisonEn };
export const progressTexts = { cs: progressCs, en: progressEn };
