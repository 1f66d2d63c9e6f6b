import type { HelpdeskLetters } from "./letter.ts";

/** What the helpdesk does on the phone. */
export const englishHelpdesk: HelpdeskLetters = {
  "call-checked": ({ outcome }) => ({
    subject: "Somebody called the helpdesk about your account",
    paragraphs: [
      outcome === "passed"
        ? "Somebody who claimed to be you called the helpdesk, and answered every question about your profile rightly."
        : "Somebody who claimed to be you called the helpdesk, and did not answer the questions about your profile rightly. So we told and changed nothing.",
      "If you called, there is nothing to do. If you did not, call us at once: we can suspend your link with NIA on the spot.",
    ],
    action: { label: "See what happened in your account", page: "activity" },
  }),
  "helpdesk-suspended": () => ({
    subject: "Your link with NIA is suspended",
    paragraphs: [
      "The helpdesk has suspended the link of your account with NIA, so that nobody can misuse it. The account does not log you in to government services now. Your keys, password and data stay.",
      "Once all is well, call us. We will resume the link, or end it if you wish.",
    ],
    action: { label: "Open the link with NIA", page: "nia" },
  }),
  "helpdesk-resumed": () => ({
    subject: "Your link with NIA is active again",
    paragraphs: [
      "The helpdesk has lifted the suspension of your link with NIA. Your password and a linked key log you in to government services again.",
      "If you did not ask for this, call us at once.",
    ],
    action: { label: "Open the link with NIA", page: "nia" },
  }),
};
