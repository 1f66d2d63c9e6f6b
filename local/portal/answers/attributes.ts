import type { Resident } from "../../nia/residents.ts";
import type { RequestedAttribute } from "../requests/authn-request.ts";
import { addressCodes, currentAddress } from "./address.ts";
import { type AttributeName, attributeNamed } from "./attribute-names.ts";

export interface ReleasedAttribute {
  readonly name: string;
  readonly value: string;
}

/** The person and the pseudonym under which the service provider that asks knows them. */
export interface Holder {
  readonly resident: Resident;
  /** `CZ/CZ/` and a UUID: the NameID too. */
  readonly nameId: string;
}

type Value = (holder: Holder, asked: string | undefined, today: Date) => string | undefined;

const countries: Readonly<Record<string, string>> = { CZE: "CZ", SVK: "SK", UKR: "UA" };

/** The document that a means of identification was issued with: the identity card, else whatever there is. */
const documentOf = ({ documents }: Resident) => documents.find(({ type }) => type === "ID") ?? documents[0];

/** What the registers know of a person; undefined where they do not, and then nothing is released. */
const values: Readonly<Record<AttributeName, Value>> = {
  PersonIdentifier: ({ nameId }) => nameId,
  CurrentGivenName: ({ resident }) => resident.firstName,
  CurrentFamilyName: ({ resident }) => resident.lastName,
  DateOfBirth: ({ resident }) => resident.birthDate,
  PlaceOfBirth: ({ resident }) => resident.address.city,
  CurrentAddress: ({ resident }) => currentAddress(resident),
  countryCodeOfBirth: ({ resident }) => countries[resident.citizenships[0] ?? ""],
  eMail: () => undefined,
  age: ({ resident }, _asked, today) => String(ageOf(resident, today)),
  isAgeOver: ({ resident }, asked, today) => (ageOf(resident, today) >= Number(asked) ? "True" : "False"),
  tradresaid: ({ resident }) => addressCodes(resident),
  idtype: ({ resident }) => documentOf(resident)?.type,
  idnumber: ({ resident }) => documentOf(resident)?.number,
  phonenumber: () => undefined,
};

/** Of what was asked for, what there is, in the alphabetical order of the portal. */
export const attributesOf = (
  holder: Holder,
  asked: readonly RequestedAttribute[],
  today: Date,
): ReleasedAttribute[] =>
  asked
    .flatMap(({ name, value: parameter }) => {
      const known = attributeNamed(name);
      const value = known === undefined ? undefined : values[known](holder, parameter, today);
      return value === undefined ? [] : [{ name, value }];
    })
    .toSorted((one, other) => (shortName(one.name) < shortName(other.name) ? -1 : 1));

export const shortName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

function ageOf({ birthDate }: Resident, today: Date): number {
  const years = today.getUTCFullYear() - Number(birthDate.slice(0, 4));
  return today.toISOString().slice(5, 10) < birthDate.slice(5) ? years - 1 : years;
}
