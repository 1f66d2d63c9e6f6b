import { pseudonymFor } from "../../world/pseudonyms.ts";
import { type Comparison, type PersonCriteria, isEnough, peopleFitting } from "../../world/register.ts";
import type { AnswerChild } from "./answer.ts";
import { detail, failed } from "./details.ts";
import type { Values } from "./payload.ts";
import type { TransactionContext } from "./transactions.ts";

/** TR_ZTOTOZNENI (nia-soap.md, 8.1): looks for one living person whom the data fit. */
export function identify(values: Values, { world, provider }: TransactionContext): readonly AnswerChild[] {
  const criteria = narrowed(criteriaOf(values), values["ZpusobOvereni"]);
  // By company number (E20) and by BOK (E04) the register would be asked in ways that nobody here uses.
  if (values["ICO"] !== undefined || values["BOK"] !== undefined || !isEnough(criteria))
    return failed(detail.general);
  const [person, ...others] = peopleFitting(world.people(), criteria);
  if (person === undefined) return notFound;
  if (others.length > 0) return ambiguous;
  return [
    ["Pseudonym", pseudonymFor(world, provider, person)],
    ["Status", "OK"],
    ["Detail", ""],
    ["Jmeno", person.firstName],
    ["Prijmeni", person.lastName],
    ["AdresaPobytu", person.addressPlaceCode],
    ["DatumNarozeni", person.birthDate],
  ];
}

const registerWarning = (summary: string, subCode: string, description: string): readonly AnswerChild[] => [
  ...failed(summary),
  [
    "StatusISZR",
    [
      ["VysledekKod", "VAROVANI"],
      ["VysledekSubKod", subCode],
      ["VysledekPopis", description],
    ],
  ],
];

const notFound = registerWarning(
  detail.nobody,
  "ZAZNAMNENALEZEN",
  "CHYBA_0010: Vstupní kombinaci údajů neodpovídá žádný záznam.",
);

// The real wording is not known (nia-soap.md, 12).
const ambiguous = registerWarning(
  detail.several,
  "NALEZENOVICEZAZNAMU",
  "CHYBA_0011: Vstupní kombinaci údajů odpovídá více než jeden záznam.",
);

function criteriaOf(values: Values): PersonCriteria {
  const document = values["Doklad"];
  const country = text(values, "Obcanstvi");
  const criteria = {
    firstName: text(values, "Jmeno"),
    lastName: text(values, "Prijmeni"),
    birthDate: text(values, "DatumNarozeni")?.trim().slice(0, 10),
    addressPlaceCode: numeral(text(values, "AdresaPobytu")),
    citizenship: country === undefined ? undefined : Number(country),
    document:
      typeof document === "object"
        ? { type: text(document, "Druh") ?? "", number: text(document, "Cislo") ?? "" }
        : undefined,
  };
  const given = Object.entries(criteria).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given),
    comparison: (text(values, "TypPorovnani") ?? "striktni") as Comparison,
  };
}

/** ZpusobOvereni says which of the data are looked at; without it all of them are. */
function narrowed(criteria: PersonCriteria, way: Values[string] | undefined): PersonCriteria {
  const { firstName, lastName, birthDate, addressPlaceCode, document, comparison } = criteria;
  const name = {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    comparison,
  };
  if (way === "Doklad") return { ...(document !== undefined && { document }), comparison };
  if (way === "JmenoPrijmeniDatumNarozeni") return { ...name, ...(birthDate !== undefined && { birthDate }) };
  if (way === "JmenoPrijmeniAdresaPobytu")
    return { ...name, ...(addressPlaceCode !== undefined && { addressPlaceCode }) };
  return criteria;
}

function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

const numeral = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : BigInt(value.trim().replace(/^\+/, "")).toString();
