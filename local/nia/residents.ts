/** A person in the simulated register of residents (ROB). All of them are invented. */
export interface Resident {
  /** Stable: pseudonyms are derived from it. */
  readonly id: string;
  /** What the person is here for. */
  readonly purpose: string;
  /** Names in capitals, as the register holds them. */
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly deceased?: boolean;
  /** ISO 3166-1 alpha-3. */
  readonly citizenships: readonly string[];
  readonly address: ResidentAddress;
  /** RÚIAN code of the address place. */
  readonly addressPlaceCode: string;
  readonly documents: readonly ResidentDocument[];
  /** Only for replaying conversations recorded elsewhere: the pseudonym instead of the derived one. */
  readonly pseudonym?: string;
}

export interface ResidentAddress {
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly country: string;
}

export interface ResidentDocument {
  readonly type: "ID" | "P" | "VS" | "IR" | "PS";
  readonly number: string;
}

const lipova: ResidentAddress = { street: "Lipová 7", city: "Brno", postalCode: "60200", country: "CZ" };
const czech = ["CZE"] as const;
const identityCard = (number: string): ResidentDocument => ({ type: "ID", number });

/** The register: small, and every person in it tells a case apart. */
export const residents: readonly Resident[] = [
  {
    id: "jana",
    purpose: "The demo account to the letter",
    firstName: "JANA",
    lastName: "NOVÁKOVÁ",
    birthDate: "1988-04-12",
    citizenships: czech,
    address: lipova,
    addressPlaceCode: "19143532",
    documents: [identityCard("900000101"), { type: "P", number: "90000101" }],
  },
  {
    // Told apart from the first by her document alone: name, birth date and address find two people.
    id: "jana-druha",
    purpose: "The demo account to the letter too, with a document of her own",
    firstName: "JANA",
    lastName: "NOVÁKOVÁ",
    birthDate: "1988-04-12",
    citizenships: czech,
    address: lipova,
    addressPlaceCode: "19143532",
    documents: [identityCard("900000102")],
  },
  {
    id: "jana-prestehovana",
    purpose: "Differs from the demo account in the address only",
    firstName: "JANA",
    lastName: "NOVÁKOVÁ",
    birthDate: "1988-04-12",
    citizenships: czech,
    address: { street: "Nádražní 1204/15", city: "Olomouc", postalCode: "77900", country: "CZ" },
    addressPlaceCode: "22938421",
    documents: [identityCard("900000103")],
  },
  {
    id: "petr-prvni",
    purpose: "Ambiguous: two entries that no datum tells apart",
    firstName: "PETR",
    lastName: "DVOJNÍK",
    birthDate: "1975-01-31",
    citizenships: czech,
    address: { street: "Krátká 3", city: "Jihlava", postalCode: "58601", country: "CZ" },
    addressPlaceCode: "14003119",
    documents: [identityCard("900000104")],
  },
  {
    id: "petr-druhy",
    purpose: "Ambiguous: the other entry, with the same document number",
    firstName: "PETR",
    lastName: "DVOJNÍK",
    birthDate: "1975-01-31",
    citizenships: czech,
    address: { street: "Krátká 3", city: "Jihlava", postalCode: "58601", country: "CZ" },
    addressPlaceCode: "14003119",
    documents: [identityCard("900000104")],
  },
  {
    id: "zesnuly",
    purpose: "Deceased: found by nobody",
    firstName: "KAREL",
    lastName: "VZPOMÍNKA",
    birthDate: "1931-09-05",
    deceased: true,
    citizenships: czech,
    address: { street: "Hřbitovní 1", city: "Tábor", postalCode: "39001", country: "CZ" },
    addressPlaceCode: "17812339",
    documents: [identityCard("900000105")],
  },
  {
    id: "cizinka",
    purpose: "A foreigner with a residence permit",
    firstName: "OKSANA",
    lastName: "ŠEVČENKO",
    birthDate: "1994-11-02",
    citizenships: ["UKR"],
    address: { street: "Husova 88", city: "Plzeň", postalCode: "30100", country: "CZ" },
    addressPlaceCode: "24545651",
    documents: [{ type: "IR", number: "900000106" }],
  },
  {
    id: "dvoji-obcanstvi",
    purpose: "A Czech and Slovak citizen with several given names",
    firstName: "ŘEHOŘ JIŘÍ",
    lastName: "ČERVENKA-DVOŘÁK",
    birthDate: "2001-02-28",
    citizenships: ["CZE", "SVK"],
    address: { street: "č. p. 12", city: "Horní Lhota", postalCode: "76323", country: "CZ" },
    addressPlaceCode: "264",
    documents: [identityCard("900000107")],
  },
  {
    id: "bez-diakritiky",
    purpose: "Much diacritics, for comparing with and without",
    firstName: "ŽOFIE",
    lastName: "ŤŮŇOVÁ",
    birthDate: "1966-06-06",
    citizenships: czech,
    address: { street: "Údolní 44", city: "Děčín", postalCode: "40502", country: "CZ" },
    addressPlaceCode: "21690120",
    documents: [identityCard("900000108")],
  },
  {
    id: "bez-dokladu",
    purpose: "No document on record: found by name, birth date and address",
    firstName: "TOMÁŠ",
    lastName: "BEZDOKLADU",
    birthDate: "2007-12-24",
    citizenships: czech,
    address: { street: "Školní 5", city: "Kolín", postalCode: "28002", country: "CZ" },
    addressPlaceCode: "10203040",
    documents: [],
  },
];
