import type { HelpTexts } from "../cs/help.ts";

export const help: HelpTexts = {
  title: "Lost key or suspected misuse of the account",
  lead: "Call us. We verify you by the details of your profile and end the link to government services.",
};
