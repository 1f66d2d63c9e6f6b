/** A calendar date as `YYYY-MM-DD`, without time or zone. */
export type IsoDate = string;

/** An instant as ISO 8601 in UTC, `2026-11-23T09:00:00.000Z`. */
export type IsoInstant = string;

/** A permanent address as a person writes it. */
export interface Address {
  /** Street with number, or the village with number where there are no streets. */
  street: string;
  city: string;
  /** Czech: five digits without a space. */
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export interface Person {
  firstName: string;
  lastName: string;
  birthDate?: IsoDate;
  address?: Address;
}

/** Whether somebody alive may have been born on that day. */
export const isBirthDate = (date: IsoDate, now: IsoInstant): boolean =>
  date >= "1900-01-01" && date <= now.slice(0, 10);

/** The fields that the registry of residents owns once an account is linked. */
export const registryFields = ["firstName", "lastName", "birthDate", "address"] as const;
export type RegistryField = (typeof registryFields)[number];

/** Kinds of identity documents as NIA writes them (nia-soap.md, 8.2). */
export const documentTypes = ["ID", "P", "VS", "IR", "PS"] as const;
export type DocumentType = (typeof documentTypes)[number];

export interface IdentityDocument {
  type: DocumentType;
  number: string;
}

/** What the registry of residents (ROB) says of a person. Names come in capitals. */
export interface ReferenceData {
  firstName: string;
  lastName: string;
  birthDate: IsoDate;
  /** ISO 3166-1 alpha-3 codes of citizenships, `CZE` for the Czech Republic. */
  citizenships: string[];
  address?: Address;
  /** RÚIAN code of the address place: digits, kept as text. */
  addressPlaceCode?: string;
  documents: IdentityDocument[];
}
