import { type AccessLetters, required } from "./letter.ts";

const notYou = "If it was not you, call us at once.";

/** Contacts, the password, and ways back for whoever can't log in. */
export const englishAccess: AccessLetters = {
  "contact-pin": (facts) => ({
    subject: "PIN to verify your new contact",
    anonymous: true,
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter the PIN on the page where you are changing your contact. Tell it to nobody.",
      "If you are not changing anything, delete this message. Without the PIN nothing changes.",
    ],
  }),
  "email-taken": () => ({
    subject: "You already have an account with this e-mail",
    paragraphs: [
      "Someone wanted to set your e-mail in another account. It belongs to your account already, so nothing has changed.",
      "If it was you, use another e-mail, or change it in this account first. If not, you need not do anything.",
    ],
    action: { label: "Open Contacts", page: "contacts" },
  }),
  "email-changed": ({ contact }) => ({
    subject: "The e-mail of your account was changed",
    paragraphs: [
      contact === undefined
        ? "The e-mail of your account was changed. We will send nothing to this address any more."
        : `The e-mail of your account was changed to ${contact}. We will send nothing to this address any more.`,
      notYou,
    ],
    action: { label: "Check the contacts", page: "contacts" },
  }),
  "phone-changed": ({ contact }) => ({
    subject: "The phone of your account was changed",
    paragraphs: [
      contact === undefined
        ? "The phone of your account was changed."
        : `The phone of your account was changed to ${contact}.`,
      notYou,
    ],
    action: { label: "Check the contacts", page: "contacts" },
  }),
  "phone-shared": () => ({
    subject: "Another account has your phone too",
    paragraphs: [
      "Your phone number was just verified for another account. Whoever entered the code from the SMS has your phone in their hands.",
      "If you share the number, with your family for instance, you need not do anything. Otherwise change the number in your account and call us.",
    ],
    action: { label: "Check the contacts", page: "contacts" },
  }),
  "password-changed": () => ({
    subject: "The password of your account was changed",
    paragraphs: ["The password of your account was changed, and every other session has ended.", notYou],
    action: { label: "Go to login", page: "login" },
  }),
  "password-reset": (facts) => ({
    subject: "Set a new password",
    paragraphs: [
      "You can set a new password on the page behind the link. We will send you a code by SMS for it. The link is valid for 3 days, and once only.",
      "If you did not ask for a new password, delete this message and send the link to nobody. The password stays as it is.",
    ],
    action: { label: "Set a new password", page: "resetPassword", fragment: required(facts, "link") },
  }),
  "password-reset-too-soon": () => ({
    subject: "Setting a new password is not possible now",
    paragraphs: [
      "Someone asked for a new password to your account. But its e-mail or phone was changed less than 72 hours ago, so that the password can't be reset for a time.",
      "Try again after the 72 hours. If you are in a hurry, or did not change the contact, call us.",
    ],
    action: { label: "Forgotten password", page: "forgotPassword" },
  }),
  "reset-pin": (facts) => ({
    subject: "Code to set a new password",
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter the code on the page where you are setting a new password. Tell it to nobody.",
      "If you did not ask for a new password, call us.",
    ],
  }),
  "unblock-pin": (facts) => ({
    subject: "PIN to unblock your login",
    pin: required(facts, "pin"),
    paragraphs: [
      "Enter the PIN on the page where you are unblocking your login. Tell it to nobody.",
      "If you did not ask for it, delete this message. Login by password stays blocked.",
    ],
  }),
  "password-unblocked": () => ({
    subject: "Login by password is unblocked",
    paragraphs: ["You can log in to your account by password again.", notYou],
    action: { label: "Go to login", page: "login" },
  }),
};
