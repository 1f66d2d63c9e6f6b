import {
  documentTypes,
  type IdentityDocument,
  isBirthDate,
  type IsoDate,
  type ReferenceData,
} from "../../../../domain/person.ts";
import { must } from "../../../xml/xml.ts";
import type { AttributeName } from "../attributes.ts";
import { readAddressPlaceCode, readCurrentAddress } from "./address.ts";

type Values = Readonly<Partial<Record<AttributeName, string>>>;

const nameOf = (text = ""): string => {
  const name = text.replace(/\s+/g, " ");
  must(/^[^\p{C}]{1,100}$/u.test(name), "a name");
  return name;
};

/** A day that the calendar has: an old or foreign record may lack the day or the month. */
const birthDateOf = (text: string | undefined, now: number): IsoDate => {
  const date = /^\d{4}-\d\d-\d\d$/.exec(text ?? "")?.[0] ?? "";
  const day = new Date(`${date}T00:00:00Z`);
  must(!Number.isNaN(day.getTime()) && day.toISOString().startsWith(date), "a birth date");
  must(isBirthDate(date, new Date(now).toISOString()), "a birth date");
  return date;
};

const documentsOf = ({ idtype, idnumber }: Values): IdentityDocument[] => {
  if (idtype === undefined || idnumber === undefined) return [];
  const type = documentTypes.find((one) => one === idtype);
  must(type !== undefined, "a document of an unknown kind");
  must(/^[A-Z0-9]{1,20}$/.test(idnumber), "the number of a document");
  return [{ type, number: idnumber }];
};

/** What the attributes say of the person (nia-saml.md, A4); NIA tells no citizenship. Throws `Malformed`. */
export const readPerson = (values: Values, now: number): ReferenceData => {
  const { CurrentAddress, tradresaid } = values;
  const addressPlaceCode = tradresaid === undefined ? undefined : readAddressPlaceCode(tradresaid);
  return {
    firstName: nameOf(values.CurrentGivenName),
    lastName: nameOf(values.CurrentFamilyName),
    birthDate: birthDateOf(values.DateOfBirth, now),
    citizenships: [],
    ...(CurrentAddress !== undefined && { address: readCurrentAddress(CurrentAddress) }),
    ...(addressPlaceCode !== undefined && { addressPlaceCode }),
    documents: documentsOf(values),
  };
};
