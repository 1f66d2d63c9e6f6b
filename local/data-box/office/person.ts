/** A person as the registry of residents would answer, whether from the register or typed at the counter. */
export interface AnswerPerson {
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** ISO 3166-1 alpha-3. */
  readonly citizenships: readonly string[];
  readonly address?: { readonly street: string; readonly city: string; readonly postalCode: string };
  /** RÚIAN code; an address without one can't be answered and is left out. */
  readonly addressPlaceCode?: string;
  readonly documents: readonly { readonly type: string; readonly number: string }[];
}

/** A person of the register whom the clerk can pick. */
export interface OfficeResident extends AnswerPerson {
  readonly id: string;
  readonly purpose: string;
  readonly deceased?: boolean;
}

/** An address as the answer's schema has it. */
export interface RegistryAddress {
  readonly street?: string;
  readonly houseNumber?: string;
  readonly houseNumberKind: "cp" | "ev";
  readonly orientationNumber?: string;
  readonly orientationLetter?: string;
  readonly part?: string;
  readonly district?: string;
  readonly city: string;
  readonly postalCode: string;
}

const line =
  /^(?:(?<street>(?!č\. ?(?:p|ev)\.).*?\S)\s+)?(?:č\. ?(?<kind>p|ev)\. ?)?(?<house>[1-9]\d{0,4})(?:\/(?<orientation>[1-9]\d{0,4})(?<letter>[a-zA-Z])?)?$/u;

/** Takes apart what is written on one line, `Milešovská 1136/5a` or `č. p. 12`. */
export function registryAddress({
  street,
  city,
  postalCode,
}: NonNullable<AnswerPerson["address"]>): RegistryAddress {
  const parts = line.exec(street.trim())?.groups;
  const town = /^(?<name>Praha|Plzeň|Brno) \d{1,2}$/u.exec(city);
  const place = {
    ...(town ? { district: city } : {}),
    city: town?.groups?.["name"] ?? city,
    postalCode: postalCode.replace(/\s/g, ""),
  };
  if (parts === undefined) return { ...place, street: street.trim(), houseNumberKind: "cp" };
  return {
    ...place,
    houseNumberKind: parts["kind"] === "ev" ? "ev" : "cp",
    // A kind of number is written only where there are no streets.
    ...(parts["street"] === undefined || parts["kind"] !== undefined
      ? { part: parts["street"] ?? place.city }
      : { street: parts["street"] }),
    ...(parts["house"] === undefined ? {} : { houseNumber: parts["house"] }),
    ...(parts["orientation"] === undefined ? {} : { orientationNumber: parts["orientation"] }),
    ...(parts["letter"] === undefined ? {} : { orientationLetter: parts["letter"] }),
  };
}
