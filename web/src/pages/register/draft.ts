import type { Input } from "../../api/client.ts";
import type { Language } from "../../../../lambdas/domain/account.ts";
import { parseDate } from "../../format/parse-date.ts";
import { normalizePhone } from "../../format/phone.ts";

/** The registration as it is typed. Kept while the user goes back from a PIN to correct something. */
export const emptyDraft = {
  firstName: "",
  lastName: "",
  birthDate: "",
  citizenship: "CZ",
  street: "",
  city: "",
  postalCode: "",
  country: "CZ",
  email: "",
  phone: "",
  username: "",
  password: "",
  organization: "",
  companyNumber: "",
  vatNumber: "",
};
export type Draft = typeof emptyDraft;
export type DraftField = keyof Draft;

export const requiredFields = [
  "firstName",
  "lastName",
  "street",
  "city",
  "postalCode",
  "email",
  "phone",
  "username",
  "password",
] as const satisfies DraftField[];

/** The birth date may be left out, but not be a day that never was. */
export const hasRealDate = ({ birthDate }: Draft): boolean =>
  birthDate.trim() === "" || parseDate(birthDate) !== undefined;

/** Where the API's pointers lead in the form. */
export const pointers: Record<string, DraftField> = {
  ...Object.fromEntries(Object.keys(emptyDraft).map((name) => [`/${name}`, name as DraftField])),
  "/address/street": "street",
  "/address/city": "city",
  "/address/postalCode": "postalCode",
  "/address/country": "country",
};

const filled = <T extends Record<string, string>>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== "")) as Partial<T>;

export const registrationOf = (
  draft: Draft,
  language: Language,
  controlCode: string,
): Input<"register">["body"] => {
  const { street, city, postalCode, country, birthDate, organization, companyNumber, vatNumber, ...rest } =
    draft;
  return {
    ...rest,
    ...filled({ birthDate: parseDate(birthDate) ?? "", organization, companyNumber, vatNumber }),
    email: draft.email.trim(),
    phone: normalizePhone(draft.phone),
    citizenship: draft.citizenship === "CZ" ? "CZ" : "other",
    address: { street, city, postalCode: postalCode.replaceAll(/\s/gu, ""), country },
    language,
    controlCode,
  };
};
