import type { MessageTemplate } from "../records.ts";

/** What a text may say beside its own words. None of it is more personal than the username. */
export interface MessageFacts {
  username?: string | undefined;
  pin?: string | undefined;
  /** What a link ends with. */
  link?: string | undefined;
  /** An e-mail or phone, masked. */
  contact?: string | undefined;
  keyName?: string | undefined;
  daysLeft?: string | undefined;
  deadline?: string | undefined;
  /** A `StopReason`. */
  reason?: string | undefined;
  [name: string]: string | undefined;
}

/** Pages of the web app that messages link to. */
export const pages = {
  register: "/register",
  login: "/login",
  settings: "/settings",
  contacts: "/settings/contacts",
  nia: "/settings/nia",
  activity: "/settings/activity",
  forgotPassword: "/forgot-password",
  resetPassword: "/reset-password",
  newPassword: "/new-password",
  unblock: "/unblock",
  twoFactorReset: "/two-factor-reset",
} as const;

/** A message without its form: what is said, and the one thing to do next. */
export interface Letter {
  subject: string;
  paragraphs: string[];
  /** Shown large, on a line of its own. */
  pin?: string;
  action?: {
    label: string;
    page: keyof typeof pages;
    /** What the page alone is told: a fragment reaches no server and no log. */
    fragment?: string;
  };
  /** To an address whose owner is not known yet: without the username that whoever registers has chosen. */
  anonymous?: true;
}

export type Letters = Record<MessageTemplate, (facts: MessageFacts) => Letter>;
/** What is said of the deletion of an account. */
export type DeletionLetters = Pick<
  Letters,
  "deletion-requested" | "deletion-reminder" | "deletion-cancelled" | "account-deleted"
>;

/** What is said of a login reset by a verified form. */
export type LoginResetLetters = Pick<
  Letters,
  "login-reset" | "login-reset-registered" | "login-reset-refused" | "login-was-reset"
>;

/** What is said of calls to the helpdesk. */
export type HelpdeskLetters = Pick<Letters, "call-checked" | "helpdesk-suspended" | "helpdesk-resumed">;

/** The letters about contacts and the password. */
export type AccessLetters = Pick<
  Letters,
  | "contact-pin"
  | "email-taken"
  | "email-changed"
  | "phone-changed"
  | "phone-shared"
  | "password-changed"
  | "password-reset"
  | "password-reset-too-soon"
  | "reset-pin"
  | "unblock-pin"
  | "password-unblocked"
>;

/** The letters about a two-factor reset. */
export type TwoFactorResetLetters = Pick<
  Letters,
  | "two-factor-reset-email-pin"
  | "two-factor-reset-phone-pin"
  | "two-factor-reset-too-soon"
  | "two-factor-reset-unneeded"
  | "two-factor-reset"
>;

/** A message can't be written without this fact. */
export class MessageFactMissing extends Error {
  override readonly name = "MessageFactMissing";
}

export const required = (facts: MessageFacts, fact: string): string => {
  const value = facts[fact];
  if (value === undefined || value === "") throw new MessageFactMissing(fact);
  return value;
};
