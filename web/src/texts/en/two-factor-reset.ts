import type { TwoFactorResetTexts } from "../cs/two-factor-reset.ts";

export const twoFactorReset: TwoFactorResetTexts = {
  title: "Is your two factor authentication not working?",
  removalTitle: "Remove two-factor authentication",
  lead: "Have you lost your security key, or does it not work? You can remove the two-factor authentication. Then you log in with the password alone and add a new key.",
  otherKey:
    "Is there another key in your account? Log in with it and remove the lost one in Settings. You keep the others.",
  lostTitle: "What you will lose",
  lost: [
    "We remove every security key and certificate, also those that work.",
    "We end the link to government services. Linking again means the whole process from the start, perhaps a visit to a Czech POINT office too.",
    "You are logged out on every device.",
  ],
  stays: "Your password, profile and verified data stay.",
  needed:
    "You will need the password, e-mail and phone of the account. An e-mail or phone that was changed less than 72 hours ago does not serve yet.",
  sendPins: "Send PINs",

  pinsLead:
    "If there is such an account, we have sent PIN1 to its e-mail and PIN2 by SMS to its phone. They are valid for 15 minutes. Once you have entered everything, we remove all keys and certificates from the account and end its link to government services.",
  emailPin: "PIN1 from the e-mail",
  phonePin: "PIN2 from the SMS",
  remove: "Remove",
  removing: "Removing…",
  passwordWrong: "The password does not match. Check it and try again.",
  notArrived:
    "They usually arrive within a minute. Look into your spam folder too. We send PINs five times a day at most.",

  removedTitle: "The two-factor authentication is removed",
  removed: "We have removed every key and certificate from the account and logged out every device.",
  linkEnded: "The account is no longer linked to government services.",
  nextTitle: "What to do now",
  next: {
    logIn: "Log in with your password.",
    addKey: "Add a new security key, or better two. Until then only the password protects the account.",
    link: "If you want to log in to government services, link the account again with the new key.",
  },
};
