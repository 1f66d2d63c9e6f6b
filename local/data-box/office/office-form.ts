import * as z from "zod";
import type { AnswerPerson } from "./person.ts";
import { type Variant, variants } from "./variants.ts";

const text = (max: number) => z.string().trim().max(max);
const filled = (max: number) =>
  text(max)
    .min(1)
    .regex(/^\S+( \S+)*$/u);

const personSchema = z.strictObject({
  firstName: filled(100),
  lastName: filled(100),
  birthDate: z.iso.date(),
  citizenships: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .max(20)
    .default(["CZE"]),
  address: z
    .strictObject({
      street: filled(100),
      city: filled(100),
      postalCode: z.string().regex(/^[1-9]\d{2} ?\d{2}$/),
      country: z.literal("CZ").optional(),
    })
    .optional(),
  addressPlaceCode: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional(),
  documents: z
    .array(
      z.strictObject({
        type: z.enum(["ID", "P", "VS", "IR", "PS"]),
        number: z.string().regex(/^[A-Z0-9]{1,20}$/),
      }),
    )
    .max(20)
    .default([]),
});

/** What the office is asked to send: to whom it belongs by the register or by what was typed. */
export const orderSchema = z
  .strictObject({
    /** "Zpráva pro příjemce" as the clerk types it: the identification code, or anything else. */
    code: text(1000),
    residentId: z.string().optional(),
    person: personSchema.optional(),
    variant: z.enum(Object.keys(variants) as [Variant, ...Variant[]]).default("as-typed"),
  })
  .refine((order) => (order.residentId === undefined) !== (order.person === undefined), {
    path: ["residentId"],
    error: "either residentId or person",
  });
export type Order = z.infer<typeof orderSchema>;

/** Fields of the form as they were typed. */
export type Typed = Readonly<Record<string, string>>;

/** The form's fields in the shape that `orderSchema` checks. */
export function orderOf(typed: Typed): unknown {
  const value = (name: string): string | undefined => typed[name]?.trim() || undefined;
  const order = { code: typed["code"] ?? "", variant: value("variant") };
  const residentId = value("residentId");
  if (residentId !== undefined) return { ...order, residentId };
  return { ...order, person: personOf(value) };
}

function personOf(value: (name: string) => string | undefined): Record<keyof AnswerPerson, unknown> {
  const street = value("street");
  const number = value("documentNumber")?.toUpperCase().replace(/\s/g, "");
  return {
    firstName: value("firstName"),
    lastName: value("lastName"),
    birthDate: value("birthDate"),
    citizenships: value("citizenship")
      ?.toUpperCase()
      .split(/[\s,]+/),
    address:
      street === undefined ? undefined : { street, city: value("city"), postalCode: value("postalCode") },
    addressPlaceCode: value("addressPlaceCode"),
    documents: number === undefined ? [] : [{ type: value("documentType"), number }],
  };
}

const fieldNames: Record<string, string> = {
  code: "Zpráva pro příjemce",
  residentId: "Osoba z registru",
  firstName: "Jméno",
  lastName: "Příjmení",
  birthDate: "Datum narození",
  citizenships: "Občanství",
  street: "Ulice a číslo",
  city: "Obec",
  postalCode: "PSČ",
  addressPlaceCode: "Kód adresního místa",
  number: "Číslo dokladu",
  type: "Druh dokladu",
  variant: "Jak odpověď přijde",
};

/** Names of the fields that are wrong, as the form calls them. */
export const wrongFields = (error: z.ZodError): string[] => [
  ...new Set(
    error.issues.map(({ path }) => {
      const name = path.findLast((step) => typeof step === "string") ?? "residentId";
      return fieldNames[name] ?? name;
    }),
  ),
];
