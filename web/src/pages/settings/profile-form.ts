import type { Input, Output } from "../../api/client.ts";
import { parseDate, typedDate } from "../../format/parse-date.ts";

type Profile = Output<"profile">;

/** The profile as it is typed. */
export const valuesOf = ({
  person,
  organization,
  companyNumber,
  vatNumber,
  citizenship,
  language,
}: Profile) => ({
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
  language: language as string,
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
  "/address/country": "country",
  "/organization": "organization",
  "/companyNumber": "companyNumber",
  "/vatNumber": "vatNumber",
};

/** The birth date may be left out, but not be a day that never was. */
export const hasRealDate = ({ birthDate }: ProfileValues): boolean =>
  birthDate.trim() === "" || parseDate(birthDate) !== undefined;

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
    birthDate: parseDate(birthDate) ?? null,
    address: hasAddress ? { street, city, postalCode: postalCode.replaceAll(/\s/gu, ""), country } : null,
    organization: orNull(values.organization),
    companyNumber: orNull(values.companyNumber),
    vatNumber: orNull(values.vatNumber),
    citizenship: values.citizenship === "CZ" ? ("CZ" as const) : ("other" as const),
    language: values.language === "en" ? ("en" as const) : ("cs" as const),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !locked.includes(name)));
};
