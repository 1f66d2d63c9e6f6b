import type { RefusalReason } from "../reset-form.ts";
import { type LoginResetLetters, required } from "./letter.ts";

const reasons: Record<RefusalReason, string> = {
  "identity-not-verified": "the form does not show that anyone verified the applicant's identity",
  incomplete: "the form is not complete",
  "another-account": "the data in the form do not match this account",
  forged: "it is doubtful that the form is genuine",
  repeated: "the same request was decided before",
  withdrawn: "the applicant has withdrawn it",
};

/** What is said of a login reset by a verified form. */
export const englishLoginReset: LoginResetLetters = {
  "login-reset-registered": () => ({
    subject: "A request to restore access to your account has come",
    paragraphs: [
      "We have received a verified form that asks to restore access to your account. Another member of our staff will look at it too. If it is approved, we will remove all security keys from the account, end its link to NIA and its password, and send a link for a new password to the e-mail given in the form.",
      "You did not send the form? Call us at once and we will stop it.",
    ],
    action: { label: "Check my account", page: "settings" },
  }),
  "login-reset-refused": ({ reason = "" }) => {
    const why = Object.entries(reasons).find(([code]) => code === reason)?.[1];
    return {
      subject: "We have refused the request to restore access",
      paragraphs: [
        `We have refused the request to restore access to your account${why === undefined ? "" : `: ${why}`}. Nothing in the account has changed.`,
        "You may send another form. If you did not ask for it, there is nothing you have to do.",
      ],
      action: { label: "Open Settings", page: "settings" },
    };
  },
  "login-reset": (facts) => ({
    subject: "Set a new password for your account",
    paragraphs: [
      "We have approved your request to restore access to the account. Set a new password on the page behind the link. The link is good for 3 days and only once; send it to nobody.",
      "All security keys were removed from the account and its link to NIA has ended. Once you have logged in, add a new key and check your contacts.",
    ],
    action: { label: "Set a new password", page: "newPassword", fragment: required(facts, "link") },
  }),
  "login-was-reset": () => ({
    subject: "Access to your account was restored by a form",
    paragraphs: [
      "We have restored access to your account by a verified form. The old password no longer works, all security keys and login certificates were removed, the link to NIA and the validation of your data ended, and every session was logged out. The link for a new password went to the e-mail given in the form.",
      "If you did not send the form, call us at once.",
    ],
    action: { label: "Go to login", page: "login" },
  }),
};
