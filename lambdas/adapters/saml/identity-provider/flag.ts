import type { Element } from "@xmldom/xmldom";
import { Malformed } from "../../xml/xml.ts";

/** An attribute of type xs:boolean; false where it is missing. Throws `Malformed`. */
export const flag = (element: Element, name: string): boolean => {
  const value = element.getAttribute(name) ?? "false";
  if (!["true", "false", "1", "0"].includes(value)) throw new Malformed(name);
  return value === "true" || value === "1";
};
