import { MessageInvalid } from "../../../domain/errors.ts";
import type { IsoDate } from "../../../domain/person.ts";

/** Words with single spaces between them; the same as Text50 and Text100 of docs/registry-answer.xsd. */
export const name50 = /^(?=.{1,50}$)[^ \t\n\r]+(?: [^ \t\n\r]+)*$/u;
export const name100 = /^(?=.{1,100}$)[^ \t\n\r]+(?: [^ \t\n\r]+)*$/u;

/** A day that the calendar has. */
export const checkedDate = (text: string): IsoDate => {
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
    throw new MessageInvalid("a date that the calendar does not have");
  return text;
};
