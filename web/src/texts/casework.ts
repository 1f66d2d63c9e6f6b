import { caseworkTexts as cs } from "./cs/casework.ts";
import { caseworkTexts as en } from "./en/casework.ts";

/** Texts of what the helpdesk decides: cases, forms, outages, the audit log. */
export const caseworkTexts = { cs, en };
