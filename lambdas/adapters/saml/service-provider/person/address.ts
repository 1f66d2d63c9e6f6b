import type { Element } from "@xmldom/xmldom";
import type { Address } from "../../../../domain/person.ts";
import { elementsOf, Malformed, must, textOf } from "../../../xml/xml.ts";
import { parseMessage } from "../../xml/parse.ts";

const MAX_BYTES = 20_000;

const decode = (base64: string): string => {
  const packed = base64.replace(/\s+/g, "");
  must(packed.length <= 2 * MAX_BYTES, "an address too large");
  must(packed.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(packed), "an address that is not base64");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(packed, "base64"));
  } catch {
    throw new Malformed("an address that is not UTF-8");
  }
};

/** The texts of elements that hold nothing else, by local names, each once; nothing stands between them. */
const leavesOf = (parent: Element): ReadonlyMap<string, string> => {
  const leaves = new Map<string, string>();
  for (const node of parent.childNodes) {
    const isElement = node.nodeType === node.ELEMENT_NODE;
    must(isElement || (node.nodeValue ?? "").trim() === "", "text between the parts of an address");
  }
  for (const leaf of elementsOf(parent)) {
    const name = leaf.localName ?? "";
    must(!leaves.has(name), "a part of an address twice");
    leaves.set(name, partOf(leaf));
  }
  return leaves;
};

const partOf = (leaf: Element): string => {
  const text = textOf(leaf).replace(/\s+/g, " ");
  must(/^[^\p{C}]{0,100}$/u.test(text), "a part of an address");
  return text;
};

const postalCodeOf = (text: string | undefined): string => {
  const code = (text ?? "").replace(/\s/g, "");
  must(/^[1-9]\d{4}$/.test(code), "a postal code");
  return code;
};

/**
 * CurrentAddress: base64 of elements whose prefix `eidas` is declared nowhere (nia-saml.md, A5). What could end our
 * wrapper early is no well-formed document. Throws `Malformed`.
 */
export const readCurrentAddress = (base64: string): Address => {
  const wrapped = `<x xmlns:eidas="urn:any">${decode(base64)}</x>`;
  const parts = leavesOf(parseMessage(Buffer.from(wrapped), MAX_BYTES));
  const part = (name: string): string | undefined => parts.get(name) || undefined;
  const city = part("CvaddressArea") ?? part("PostName");
  must(city !== undefined, "an address without a city");
  const street = [part("Thoroughfare") ?? city, part("LocatorDesignator")].filter(Boolean).join(" ");
  return { street, city, postalCode: postalCodeOf(part("PostCode")), country: "CZ" };
};

/**
 * tradresaid: base64 of the codes that the address has in the register of addresses. Answers the code of the address
 * place; official addresses at a town hall have none. Throws `Malformed`.
 */
export const readAddressPlaceCode = (base64: string): string | undefined => {
  const code = leavesOf(parseMessage(Buffer.from(decode(base64)), MAX_BYTES)).get("adresniMistoKod");
  if (code === undefined || code === "") return undefined;
  must(/^[1-9]\d{0,8}$/.test(code), "adresniMistoKod");
  return code;
};
