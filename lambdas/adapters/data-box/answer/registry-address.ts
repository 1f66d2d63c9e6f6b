import type { Element } from "@xmldom/xmldom";
import type { Address } from "../../../domain/person.ts";
import { MessageInvalid } from "../../../domain/errors.ts";
import { name100 } from "./registry-text.ts";
import { leafText, strictSequence } from "./strict-sequence.ts";

const number = /^[1-9][0-9]{0,4}$/u;

interface Parts {
  street?: string | undefined;
  house?: string | undefined;
  orientation: string;
  village: string;
}

/** The first line of an address, with or without a street, with or without a number. */
const firstLine = ({ street, house, orientation, village }: Parts): string => {
  const numbers = [house, orientation].filter(Boolean).join("/");
  return [street ?? village, numbers].filter(Boolean).join(" ");
};

const readHouseNumber = (element: Element | undefined): string | undefined => {
  if (element === undefined) return undefined;
  const kind = element.getAttribute("druh") ?? "cp";
  if (!["cp", "ev"].includes(kind)) throw new MessageInvalid("CisloDomovni of an unknown kind");
  const digits = leafText(element, number);
  return kind === "ev" ? `č. ev. ${digits}` : digits;
};

/** AdresaPobytu of docs/registry-answer.xsd. */
export const readAddress = (element: Element): { address: Address; addressPlaceCode: string } => {
  const sequence = strictSequence(element);
  const addressPlaceCode = sequence.text("KodAdresnihoMista", /^[1-9][0-9]{0,8}$/u);
  const street = sequence.optionalText("Ulice", name100);
  const house = readHouseNumber(sequence.optional("CisloDomovni", "druh"));
  const orientation = sequence.optionalText("CisloOrientacni", number) ?? "";
  const letter = sequence.optionalText("PismenoOrientacni", /^[a-zA-Z]$/u) ?? "";
  const part = sequence.optionalText("CastObce", name100);
  const district = sequence.optionalText("MestskyObvod", name100);
  const town = sequence.text("Obec", name100);
  const postalCode = sequence.text("PSC", /^[1-9][0-9]{4}$/u);
  sequence.end();
  const line = firstLine({ street, house, orientation: orientation + letter, village: part ?? town });
  return { address: { street: line, city: district ?? town, postalCode, country: "CZ" }, addressPlaceCode };
};
