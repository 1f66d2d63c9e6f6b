import { dayInPrague } from "../day.ts";
import type { RegistryField } from "../person.ts";
import type { StopReason } from "../verification.ts";
import { englishKeys } from "./english-keys.ts";
import { englishDeletion } from "./english-deletion.ts";
import { englishAccess } from "./english-access.ts";
import { englishHelpdesk } from "./english-helpdesk.ts";
import { englishTwoFactorReset } from "./english-two-factor-reset.ts";
import { englishLoginReset } from "./english-login-reset.ts";
import { englishUnlinking } from "./english-unlinking.ts";
import { type Letters, type MessageFacts, required } from "./letter.ts";

const nothingChanged = "Nothing in your account has changed.";

const reasons: Record<StopReason, string> = {
  "not-me": `You said that the registry's data are not yours. ${nothingChanged} Our staff will look into it. You can start a new verification at once.`,
  foreigner: `The registry does not list you as a Czech citizen. Linking is for citizens of the Czech Republic only. ${nothingChanged} If this is a mistake, contact us.`,
  "no-identity-card": `The verification was not made with an identity card. ${nothingChanged} Please verify again with your identity card.`,
  "another-person": `The person in the registry is linked to another account, or this account is linked to another person. ${nothingChanged} Our staff will look into it. Please call us.`,
  "pseudonym-of-another-account": `The person in the registry is linked to another account already. ${nothingChanged} Our staff will look into it. Please call us.`,
  "person-not-found": `The National Point (NIA) found nobody by the registry's data. ${nothingChanged} Check the data in your identity document and start a new verification.`,
  "person-ambiguous": `The National Point (NIA) found more than one person by the registry's data. ${nothingChanged} Add your birth date and permanent address to your profile and start a new verification.`,
  "nia-refused": `The National Point (NIA) refused our request. ${nothingChanged} We are finding out why. You can try to complete the link again; if it fails once more, call us.`,
  "key-refused": `The National Point (NIA) did not accept one of your keys. ${nothingChanged} You can try to complete the link again. If it fails once more, call us.`,
  "nia-unavailable": `The National Point (NIA) did not answer for a long time. ${nothingChanged} Your data are still ready; try to complete the link later.`,
  "key-removed": "You removed a security key that the verification was for.",
  withdrawn: `You cancelled the verification while the link was being completed. Everything was undone. ${nothingChanged}`,
  unlinked: "The account was unlinked from NIA, so the verification under way ended too.",
  "rejected-in-review": `Our check showed that the registry's data do not belong to your account. ${nothingChanged} You can start a new verification at once.`,
};

const reason = ({ reason: code = "" }: MessageFacts): string =>
  Object.entries(reasons).find(([name]) => name === code)?.[1] ??
  `${nothingChanged} See Settings for details.`;

const until = ({ deadline }: MessageFacts): string =>
  deadline === undefined ? "" : ` The data have to arrive by ${dayInPrague(deadline, "en")}.`;

const daysLeft = ({ daysLeft: days }: MessageFacts): string => {
  if (days === undefined) return "only a short time";
  return days === "1" ? "one day" : `${days} days`;
};

const fieldNames: Record<RegistryField, string> = {
  firstName: "first name",
  lastName: "last name",
  birthDate: "birth date",
  address: "permanent address",
};
const changedFields = ({ fields = "" }: MessageFacts): string =>
  fields
    .split(" ")
    .flatMap((field) => (field in fieldNames ? fieldNames[field as RegistryField] : []))
    .join(", ");
const toNia = { label: "Open the link with NIA", page: "nia" } as const;

export const english: Letters = {
  ...englishKeys,
  ...englishDeletion,
  ...englishAccess,
  ...englishTwoFactorReset,
  ...englishHelpdesk,
  ...englishUnlinking,
  ...englishLoginReset,
  "email-pin": (facts) => ({
    subject: "PIN1 to finish your registration",
    anonymous: true,
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter PIN1 on the page where you are creating your account. Tell it to nobody.",
      "If you are not creating an account, delete this message. Without the PIN no account comes into being.",
    ],
  }),
  "phone-pin": (facts) => ({
    subject: "PIN2 to finish your registration",
    anonymous: true,
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter PIN2 on the page where you are creating your account. Tell it to nobody.",
      "If you are not creating an account, delete this message. Without the PIN no account comes into being.",
    ],
  }),
  "email-has-account": () => ({
    subject: "You already have an account with this e-mail",
    anonymous: true,
    paragraphs: [
      "Someone tried to create a new account with your e-mail address. You already have one, so no new account was created.",
      "If it was you, log in to your account. If not, you need not do anything.",
    ],
    action: { label: "Log in", page: "login" },
  }),
  welcome: () => ({
    subject: "Your account is active",
    paragraphs: [
      "Your account is ready. Your e-mail and phone are verified.",
      "As the next step, add a security key in Settings. It protects your account and is needed to link it to government services.",
    ],
    action: { label: "Open Settings", page: "settings" },
  }),
  "password-blocked": () => ({
    subject: "Login by password is blocked",
    paragraphs: [
      "We have blocked login by password, because a wrong one was entered six times in a row.",
      "You can unblock it by a PIN that we send to this e-mail. If it was not you who entered the password, choose a new one then.",
    ],
    action: { label: "Unblock login", page: "unblock" },
  }),
  "confirmation-pin": (facts) => ({
    subject: "PIN to confirm a change in your account",
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter the PIN on the page where you confirm the change. Tell it to nobody.",
      "If you are not changing anything in your account, someone knows your password. Change it at once and call us.",
    ],
  }),
  "key-added": ({ keyName }) => ({
    subject: "A security key was added to your account",
    paragraphs: [
      keyName === undefined
        ? "A security key was added to your account."
        : `The security key “${keyName}” was added to your account.`,
      "We recommend a second key as a backup. If it was not you who added the key, call us at once.",
    ],
    action: { label: "Check your keys", page: "settings" },
  }),
  "certificate-added": ({ certificate = "" }) => ({
    subject: "A certificate was added to your account",
    paragraphs: [
      `The certificate “${certificate}” can now log in to your account. You were logged out on your other devices.`,
      "If it was not you who added the certificate, call us at once.",
    ],
    action: { label: "Check your certificates", page: "settings" },
  }),
  "certificate-removed": ({ certificate = "" }) => ({
    subject: "A certificate was removed from your account",
    paragraphs: [
      `The certificate “${certificate}” can no longer log in to your account. You were logged out on your other devices.`,
      "If it was not you who removed the certificate, call us at once.",
    ],
    action: { label: "Check your certificates", page: "settings" },
  }),
  "verification-created": (facts) => ({
    subject: "Your verification at Czech POINT is ready",
    paragraphs: [
      `We have made the document for your visit to a Czech POINT office.${until(facts)}`,
      "Print it and take a valid identity document with you. Any office will do, and it is free of charge.",
      "As soon as the data arrive, we will write to you. It may take a few days.",
    ],
    action: { label: "Open the document to print", page: "nia" },
  }),
  "registry-data-received": () => ({
    subject: "Your data have arrived: complete the link with NIA",
    paragraphs: [
      "We have received and processed your data from the registry of residents.",
      "Log in, open Validation in Settings and choose “Finish validation for NIA and pair your account”. Have your password and security key at hand.",
    ],
    action: { label: "Complete the link", page: "nia" },
  }),
  "review-needed": () => ({
    subject: "Your data have arrived: we will check them first",
    paragraphs: [
      "Your data from the registry of residents have arrived, but they differ much from those in your account. Our staff will check them first.",
      "You need not do anything now. We will write to you about the result. Settings show where it stands.",
    ],
    action: toNia,
  }),
  reminder: (facts) => ({
    subject: "Reminder: finish your verification for NIA",
    paragraphs: [
      `You have ${daysLeft(facts)} left to finish the verification. Then it expires.`,
      "Settings show what comes next. If you do not want the link, you can cancel the verification.",
    ],
    action: toNia,
  }),
  expired: () => ({
    subject: "Your verification for NIA has expired",
    paragraphs: [
      `The verification was not finished in time and has expired. ${nothingChanged}`,
      "If you have a printed document, do not use it any more. You can start a new verification at any time.",
    ],
    action: toNia,
  }),
  cancelled: (facts) => ({
    subject: "Your verification for NIA is cancelled",
    paragraphs: [
      ...(facts.reason === undefined
        ? [`The verification was cancelled at your request. ${nothingChanged}`]
        : ["The verification is cancelled, and nothing of it is left at NIA.", reason(facts)]),
      "If you have a printed document, do not use it any more. You can start a new verification at any time. If it was not you who cancelled it, call us.",
    ],
    action: toNia,
  }),
  stopped: (facts) => ({
    subject: "Your verification for NIA was stopped",
    paragraphs: ["The verification could not go on.", reason(facts)],
    action: toNia,
  }),
  "completion-undone": (facts) => ({
    subject: "The link with NIA could not be completed",
    paragraphs: ["The link could not be completed, and everything is as it was before.", reason(facts)],
    action: { label: "Try again", page: "nia" },
  }),
  "registry-data-changed": (facts) => ({
    subject: "The registry has changed your data",
    paragraphs: [
      `The registry of residents told us of a change, and your account follows it: ${changedFields(facts)}.`,
      "You will find the new data in your profile. If they are not right, have them corrected at any Czech POINT office; the account will follow.",
    ],
    action: { label: "Open Settings", page: "settings" },
  }),
  "link-suspended": () => ({
    subject: "Your link with NIA is suspended",
    paragraphs: [
      "The National Point (NIA) told us that it no longer knows your account by its old identifier. You can't log in to government services with it now. Everything else works as before, and your keys stay.",
      "To log in to government services again, detach the account from NIA in Settings and link it anew. If you do not know why this happened, call us.",
    ],
    action: toNia,
  }),
  linked: () => ({
    subject: "Nia pairing complete",
    paragraphs: [
      "Your account is linked to government services. You log in to them with your password and a linked security key.",
      "Your first name, last name, birth date and permanent address now come from the registry of residents, so they are locked in your profile.",
      "If it was not you who linked the account, call us at once.",
    ],
    action: toNia,
  }),
};
