import { escapeText } from "../../nia/xml/write.ts";
import type { Resident } from "../../nia/residents.ts";

const NUMBERED = /^(?<street>.*\D)\s+(?<number>\d+(?:\/\w+)?)$/u;
const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

interface Street {
  /** Undefined in a village without named streets. */
  readonly name: string | undefined;
  readonly number: string;
}

function streetOf({ address }: Resident): Street {
  const { street = address.street, number = "" } = NUMBERED.exec(address.street)?.groups ?? {};
  return { name: /^č\. ?p\.$/u.test(street) ? undefined : street, number };
}

/** CurrentAddress: elements with a prefix that is declared nowhere, in base64 (nia-saml.md, A5). */
export function currentAddress(resident: Resident): string {
  const { name, number } = streetOf(resident);
  const { city, postalCode } = resident.address;
  return base64(
    element("eidas:LocatorDesignator", number) +
      element("eidas:CvaddressArea", city) +
      element("eidas:Thoroughfare", name) +
      element("eidas:PostName", city) +
      element("eidas:PostCode", postalCode),
  );
}

/** tradresaid: the codes of the address in the register of addresses, in base64 (nia-saml.md, A5). */
export function addressCodes(resident: Resident): string {
  const [house = "", orientation] = streetOf(resident).number.split("/");
  const letter = /[a-z]$/u.exec(orientation ?? "")?.[0];
  return base64(
    `<TRadresaID xmlns="http://schemas.identitaobcana.cz/moris/2016/identity/claims/">` +
      element("adresniMistoKod", resident.addressPlaceCode) +
      element("cisloDomovni", house) +
      element("cisloOrientacni", orientation?.replace(/\D/gu, "")) +
      element("cisloOrientacniPismeno", letter) +
      `</TRadresaID>`,
  );
}

const element = (name: string, text: string | undefined): string =>
  text === undefined || text === "" ? "" : `<${name}>${escapeText(text)}</${name}>`;
