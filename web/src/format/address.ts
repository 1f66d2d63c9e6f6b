import type { Address } from "../../../lambdas/domain/person.ts";

/** A Czech postal code as people write it: `110 00`. */
export const formatPostalCode = (postalCode: string): string =>
  /^\d{5}$/u.test(postalCode) ? `${postalCode.slice(0, 3)}\u00a0${postalCode.slice(3)}` : postalCode;

/** One line; the country only where it is not the Czech Republic. */
export const formatAddress = (address: Address, countries: Record<string, string>): string => {
  const { street, city, postalCode, country } = address;
  const abroad = country === "CZ" ? [] : [countries[country] ?? country];
  return [street, `${formatPostalCode(postalCode)} ${city}`, ...abroad].join(", ");
};
