import type { Input, Output } from "../../api/client.ts";
import { parseDate, typedDate } from "../../format/parse-date.ts";

type Profile = Output<"profile">;

/** The profile as it is typed. */
export const valuesOf = ({ person, organization, companyNumber, vatNumber, citizenship }: Profile) => ({
  firstName: person.firstName,
  lastName: person.lastName,
  birthDate: typedDate(person.birthDate),
  street: person.address?.street ?? "",
  city: person.address?.city ?? "",
  postalCode: person.address?.postalCode ?? "",
  country: person.address?.country ?? "CZ",
  organization: organization ?? "",
  companyNumber: companyNumber ?? "",
  vatNumber: vatNumber ?? "",
  citizenship: citizenship as string,
});
export type ProfileValues = ReturnType<typeof valuesOf>;
export type ProfileField = keyof ProfileValues;

/** Where the API's pointers lead in the form. */
export const pointers: Partial<Record<string, ProfileField>> = {
  "/firstName": "firstName",
  "/lastName": "lastName",
  "/birthDate": "birthDate",
  "/address/street": "street",
  "/address/city": "city",
  "/address/postalCode": "postalCode",
  "/organization": "organization",
  "/companyNumber": "companyNumber",
  "/vatNumber": "vatNumber",
};

const orNull = (value: string): string | null => (value.trim() === "" ? null : value.trim());

/** What has to be sent: everything that is not locked; an empty field takes its value away. */
export const changeOf = (
  values: ProfileValues,
  locked: readonly string[],
): Input<"changeProfile">["body"] => {
  const { street, city, postalCode, country, firstName, lastName, birthDate } = values;
  const hasAddress = [street, city, postalCode].some((part) => part.trim() !== "");
  const all = {
    firstName,
    lastName,
    birthDate: birthDate.trim() === "" ? null : (parseDate(birthDate) ?? birthDate),
    address: hasAddress ? { street, city, postalCode: postalCode.replaceAll(/\s/gu, ""), country } : null,
    organization: orNull(values.organization),
    companyNumber: orNull(values.companyNumber),
    vatNumber: orNull(values.vatNumber),
    citizenship: values.citizenship === "CZ" ? ("CZ" as const) : ("other" as const),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !locked.includes(name)));
};
