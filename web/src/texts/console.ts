import { consoleTexts as cs } from "./cs/console.ts";
import { consoleTexts as en } from "./en/console.ts";

/** Texts of the helpdesk's console: no user loads them. */
export const consoleTexts = { cs, en };
