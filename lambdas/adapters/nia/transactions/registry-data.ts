import type { Element } from "@xmldom/xmldom";
import type { IsoDate } from "../../../domain/person.ts";
import { childText, Malformed } from "../../xml/xml.ts";

/** What NIA tells of a person: any part of it may be missing. */
export interface RegistryData {
  firstName?: string;
  lastName?: string;
  birthDate?: IsoDate;
  /** RÚIAN code: digits, kept as text. */
  addressPlaceCode?: string;
}

const matching = (text: string | undefined, shape: RegExp, name: string): string | undefined => {
  if (text !== undefined && !shape.test(text)) throw new Malformed(`${name} has another shape`);
  return text;
};

/** Reads Jmeno, Prijmeni, DatumNarozeni and AdresaPobytu from among the element's children. */
export const registryDataOf = (element: Element): RegistryData => {
  const text = (name: string): string | undefined => childText(element, element.namespaceURI ?? "", name);
  const firstName = text("Jmeno");
  const lastName = text("Prijmeni");
  const birthDate = matching(text("DatumNarozeni"), /^\d{4}-\d\d-\d\d$/, "DatumNarozeni");
  const addressPlaceCode = matching(text("AdresaPobytu"), /^\d{1,18}$/, "AdresaPobytu");
  return {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(birthDate && { birthDate }),
    ...(addressPlaceCode && { addressPlaceCode }),
  };
};
