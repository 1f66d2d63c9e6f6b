import { dayInPrague } from "../day.ts";
import type { DeletionLetters, MessageFacts } from "./letter.ts";

const by = ({ deadline }: MessageFacts): string =>
  deadline === undefined ? "" : ` on ${dayInPrague(deadline, "en")}`;

const toSettings = { label: "Open Settings", page: "settings" } as const;

/** What is said of the deletion of an account. */
export const englishDeletion: DeletionLetters = {
  "deletion-requested": (facts) => ({
    subject: "Your account will be deleted",
    paragraphs: [
      `You asked us to delete your account. We will delete it${by(facts)}. Until then you can log in and cancel the deletion.`,
      "You were logged out on your other devices. The link to government services ends with the account, and deleted data can't be restored.",
      "If it was not you who asked, log in at once, cancel the deletion, change your password and call us.",
    ],
    action: toSettings,
  }),
  "deletion-reminder": (facts) => ({
    subject: "Reminder: your account will be deleted soon",
    paragraphs: [
      `We will delete your account${by(facts)}, as you asked. It can't be restored after that.`,
      "To keep the account, log in and cancel the deletion. Until then you can download your data in Settings.",
    ],
    action: toSettings,
  }),
  "deletion-cancelled": () => ({
    subject: "The deletion of your account is cancelled",
    paragraphs: [
      "The deletion of your account was cancelled. The account, its keys and its link stay as they were.",
      "If it was not you who cancelled it, someone knows your login. Change your password at once and call us.",
    ],
    action: toSettings,
  }),
  "account-deleted": () => ({
    subject: "Your account is deleted",
    paragraphs: [
      "We are deleting your account, as you asked. Nobody can log in to it any more, and its link to government services has ended.",
      "All that stays is the record of what happened to the account, without personal data. We keep it for ten years. This is the last e-mail that we send you about the account.",
    ],
    action: { label: "Create a new account", page: "register" },
  }),
};
