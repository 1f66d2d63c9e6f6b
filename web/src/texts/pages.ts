import { access as accessCs } from "./cs/access.ts";
import { activity as activityCs } from "./cs/activity.ts";
import { certified as certifiedCs } from "./cs/certified.ts";
import { services as servicesCs } from "./cs/services.ts";
import { undeliverable as undeliverableCs } from "./cs/undeliverable.ts";
import { access as accessEn } from "./en/access.ts";
import { activity as activityEn } from "./en/activity.ts";
import { certified as certifiedEn } from "./en/certified.ts";
import { services as servicesEn } from "./en/services.ts";
import { undeliverable as undeliverableEn } from "./en/undeliverable.ts";

/** Texts that one page or banner alone shows come with it, in both languages, and not before. */
export const accessTexts = { cs: accessCs, en: accessEn };
export const activityTexts = { cs: activityCs, en: activityEn };
export const certifiedTexts = { cs: certifiedCs, en: certifiedEn };
export const servicesTexts = { cs: servicesCs, en: servicesEn };
export const undeliverableTexts = { cs: undeliverableCs, en: undeliverableEn };
