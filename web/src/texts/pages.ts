import { access as accessCs } from "./cs/access.ts";
import { activity as activityCs } from "./cs/activity.ts";
import { certified as certifiedCs } from "./cs/certified.ts";
import { portal as portalCs } from "./cs/portal.ts";
import { services as servicesCs } from "./cs/services.ts";
import { help as helpCs } from "./cs/help.ts";
import { loginReset as loginResetCs } from "./cs/login-reset.ts";
import { twoFactorReset as twoFactorResetCs } from "./cs/two-factor-reset.ts";
import { undeliverable as undeliverableCs } from "./cs/undeliverable.ts";
import { access as accessEn } from "./en/access.ts";
import { activity as activityEn } from "./en/activity.ts";
import { certified as certifiedEn } from "./en/certified.ts";
import { portal as portalEn } from "./en/portal.ts";
import { services as servicesEn } from "./en/services.ts";
import { help as helpEn } from "./en/help.ts";
import { loginReset as loginResetEn } from "./en/login-reset.ts";
import { twoFactorReset as twoFactorResetEn } from "./en/two-factor-reset.ts";
import { undeliverable as undeliverableEn } from "./en/undeliverable.ts";

/** Texts that one page or banner alone shows come with it, in both languages, and not before. */
export const accessTexts = { cs: accessCs, en: accessEn };
export const activityTexts = { cs: activityCs, en: activityEn };
export const certifiedTexts = { cs: certifiedCs, en: certifiedEn };
export const portalTexts = { cs: portalCs, en: portalEn };
export const servicesTexts = { cs: servicesCs, en: servicesEn };
export const helpTexts = { cs: helpCs, en: helpEn };
export const loginResetTexts = { cs: loginResetCs, en: loginResetEn };
export const twoFactorResetTexts = { cs: twoFactorResetCs, en: twoFactorResetEn };
export const undeliverableTexts = { cs: undeliverableCs, en: undeliverableEn };
