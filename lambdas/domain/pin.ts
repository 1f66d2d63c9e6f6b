import { PinUsedUp } from "./errors.ts";

const WRONG_PINS = 5;

/** In both steps of a registration, however many PINs are sent: each of them can be guessed at ten times in all. */
export const REGISTRATION_TRIES = 10;

/** What a PIN is derived from: its purpose, the thing it is for, and the round, so that each new PIN is another one. */
export const pinSubject = (
  purpose: "email-pin" | "phone-pin" | "confirmation-pin",
  id: string,
  round: number,
): string => `${purpose}:${id}:${round}`;

/** Throws `PinUsedUp` after five wrong PINs, or as many as are told. */
export const requireTriesLeft = (wrongPins: number, tries = WRONG_PINS): void => {
  if (wrongPins >= tries) throw new PinUsedUp("too many wrong PINs");
};

/** Compares without telling by time how much is right. */
export const isSamePin = (given: string, expected: string): boolean => {
  let difference = given.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1)
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index);
  return difference === 0;
};
