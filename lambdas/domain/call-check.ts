import type { Account } from "./account.ts";
import { saidAddress } from "./said-address.ts";
import { normalPhone, saidDate, skeleton } from "./said.ts";

/** What a caller is asked for (product.md, "Helpdesk"), in the order in which it is asked. */
export const callFields = ["firstName", "lastName", "birthDate", "address", "email", "phone"] as const;
export type CallField = (typeof callFields)[number];

/** As the caller says them and the operator writes them down. */
export type Said = Record<CallField, string>;

const matches: Record<CallField, (account: Account, said: string) => boolean> = {
  firstName: ({ person }, said) => skeleton(person.firstName) === skeleton(said),
  lastName: ({ person }, said) => skeleton(person.lastName) === skeleton(said),
  birthDate: ({ person }, said) => person.birthDate !== undefined && person.birthDate === saidDate(said),
  address: ({ person }, said) => person.address !== undefined && saidAddress(person.address, said),
  email: ({ email }, said) => email.value.toLowerCase() === said.replaceAll(/\s/gu, "").toLowerCase(),
  phone: ({ phone }, said) => phone.value === normalPhone(said),
};

/**
 * The fields that do not match; none where the caller knows all six. Forgiving in what nobody hears (case, spaces,
 * diacritics, i and y, how a date, a phone or an address is spelled), strict in content. What the account lacks
 * matches nothing.
 */
export const failedFields = (account: Account, said: Said): CallField[] =>
  callFields.filter((field) => !matches[field](account, said[field]));
