import type { Texts } from "../texts.ts";

export const ownData: Texts["ownData"] = {
  exportTitle: "Download of all data",
  exportCard: "Everything that we keep about you in the account, in one file.",
  exportLead: "A JSON file holds everything that we keep about you in the account:",
  exportParts: [
    "the profile and the contacts,",
    "the security keys and their certification,",
    "the verifications for NIA, and NIA's records of your keys,",
    "the devices that are logged in,",
    "all that happened in the account.",
  ],
  exportSafe:
    "There are no passwords and no secret keys in it, but there are personal data. Keep it where nobody else can get at it.",
  exportStart: "Download the data",
  exporting: "The file is being made…",
  exported: "The file is downloaded.",

  deletionTitle: "Deletion of the account",
  deletionCard: "You can delete the account. Until it happens you can still change your mind.",
  deletionCardDue: (day) => `The account will be deleted on ${day}.`,
  lostLead: "By deleting the account you lose:",
  lost: [
    "the profile, the verified contacts and the validation of the account,",
    "all security keys in the account; the key itself can still be used elsewhere,",
    "the link to government services: NIA ends your keys and you can't log in to authorities with them,",
    "a verification at Czech POINT that is under way; the printed document is no longer valid.",
  ],
  kept: "All that stays is the record of what happened to the account, without personal data. We keep it for ten years.",
  againLead: "You can create a new account at any time, but linking it to NIA will need a new verification.",
  whenTitle: "When it happens",
  whenDay: (instant) => `If you confirm it now, we delete the account on ${instant}.`,
  when: [
    "At once, you are logged out on all other devices, and an e-mail tells you the date of the deletion.",
    "Until that date you can log in and cancel the deletion. We remind you three days before.",
    "After that the account can't be restored. We first end the link to NIA, send you a last message, and delete the data.",
  ],
  exportFirst: "Download the data first",
  deletionStart: "Delete the account",
  deletionConfirm: {
    title: "Delete the account?",
    text: "The time after which we delete the account starts now. You can cancel it at any moment until then.",
    yes: "Yes, delete the account",
    no: "Keep the account",
  },
  due: (instant) => `The account will be deleted on ${instant}.`,
  dueText: "Until then you can cancel the deletion. After that the account can't be restored.",
  keep: "Cancel the deletion and keep the account",
  keptTitle: "The deletion is cancelled. You keep the account.",
  banner: (instant) => `This account will be deleted on ${instant}.`,
  bannerLink: "Cancel the deletion",
};
