import { required, type TwoFactorResetLetters } from "./letter.ts";

/** What is said of a two-factor reset. */
export const englishTwoFactorReset: TwoFactorResetLetters = {
  "two-factor-reset-email-pin": (facts) => ({
    subject: "PIN1 to remove your two-factor login",
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter PIN1 on the page where you are removing your two-factor login. It is valid for 15 minutes. Tell it to nobody. We have sent PIN2 by SMS.",
      "This removes every security key and certificate from your account and ends its link to government services.",
      "If it is not you who asks for this, enter the PIN nowhere and call us at once: someone may be trying to get into your account. Without both PINs and the password nothing changes.",
    ],
  }),
  "two-factor-reset-phone-pin": (facts) => ({
    subject: "PIN2 to remove your two-factor login",
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter PIN2 on the page where you are removing your two-factor login. It is valid for 15 minutes. Tell it to nobody.",
      "If it is not you who asks for this, call us at once.",
    ],
  }),
  "two-factor-reset-too-soon": () => ({
    subject: "Your two-factor login cannot be removed now",
    paragraphs: [
      "Someone asked to remove the two-factor login of your account. But its e-mail or phone was changed less than 72 hours ago, so that is not possible now. Nothing has changed.",
      "Try again after the 72 hours. If you did not ask for anything, or did not change the contact, call us at once.",
    ],
    action: { label: "What to do without my key", page: "twoFactorReset" },
  }),
  "two-factor-reset-unneeded": () => ({
    subject: "Your account has no two-factor login",
    paragraphs: [
      "Someone asked to remove the two-factor login of your account. But the account has neither a security key nor a certificate: the password alone logs you in. Nothing has changed.",
      "If you did not ask for anything, you need not do anything. A security key would protect your account better.",
    ],
    action: { label: "Log in", page: "login" },
  }),
  "two-factor-reset": () => ({
    subject: "Your two-factor login was removed",
    paragraphs: [
      "We have removed every security key and certificate from your account and ended all its sessions. Your password and verified data stay.",
      "Only the password protects the account now. Log in and add a new security key.",
      "If it was not you who asked for this, call us at once and change your password: someone knows it who also reads your e-mail and SMS.",
    ],
    action: { label: "Go to login", page: "login" },
  }),
};
