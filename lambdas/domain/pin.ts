import { PinUsedUp } from "./errors.ts";

const WRONG_PINS = 5;

/** In both steps of a registration, however many PINs are sent: each of them can be guessed at ten times in all. */
export const REGISTRATION_TRIES = 10;

/** Each is the template of its message too. */
export const pinPurposes = [
  "email-pin",
  "phone-pin",
  "confirmation-pin",
  "contact-pin",
  "reset-pin",
  "unblock-pin",
  "two-factor-reset-email-pin",
  "two-factor-reset-phone-pin",
] as const;
type PinPurpose = (typeof pinPurposes)[number];

/** What a PIN is derived from: its purpose, the thing it is for, and the round, so that each new PIN is another one. */
export const pinSubject = (purpose: PinPurpose, id: string, round: number): string =>
  `${purpose}:${id}:${round}`;

/** What the secret of a link is derived from. */
export const linkSubject = (purpose: "password-reset" | "login-reset", id: string): string =>
  `${purpose}:${id}`;

/** Throws `PinUsedUp` after five wrong PINs, or as many as are told. */
export const requireTriesLeft = (wrongPins: number, tries = WRONG_PINS): void => {
  if (wrongPins >= tries) throw new PinUsedUp("too many wrong PINs");
};

/** Compares PINs or secrets of links without telling by time how much is right. */
export const isSameSecret = (given: string, expected: string): boolean => {
  let difference = given.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1)
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index);
  return difference === 0;
};
