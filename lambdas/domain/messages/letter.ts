import type { MessageTemplate } from "../records.ts";

/** What a text may say beside its own words. None of it is more personal than the username. */
export interface MessageFacts {
  username?: string | undefined;
  pin?: string | undefined;
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
  nia: "/settings/nia",
} as const;

/** A message without its form: what is said, and the one thing to do next. */
export interface Letter {
  subject: string;
  paragraphs: string[];
  /** Shown large, on a line of its own. */
  pin?: string;
  action?: { label: string; page: keyof typeof pages };
  /** To an address whose owner is not known yet: without the username that whoever registers has chosen. */
  anonymous?: true;
}

export type Letters = Record<MessageTemplate, (facts: MessageFacts) => Letter>;
/** What is said of the deletion of an account. */
export type DeletionLetters = Pick<
  Letters,
  "deletion-requested" | "deletion-reminder" | "deletion-cancelled" | "account-deleted"
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
