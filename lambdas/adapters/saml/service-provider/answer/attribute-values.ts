import type { Element } from "@xmldom/xmldom";
import { childNamed, childrenNamed, elementsOf, isNamed, must, textOf } from "../../../xml/xml.ts";
import { ns } from "../../xml/names.ts";
import { type AttributeName, attributeNamed, statusCodeAttribute } from "../attributes.ts";

export interface AttributeValues {
  known: Partial<Record<AttributeName, string>>;
  /** The status that hides in an attribute. */
  status?: string;
}

/** The declared type is not looked at: it is of no schema that anyone has (nia-saml.md, A3). */
const valueOf = (attribute: Element): string => {
  must(elementsOf(attribute).length === 1, "an attribute of other than one value");
  return textOf(childNamed(attribute, ns.assertion, "AttributeValue"));
};

/** Each attribute once, each of one text (nia-saml.md, A10, 16). Empty ones are none; unknown ones are passed over. */
export const readAttributes = (assertion: Element): AttributeValues => {
  const statements = childrenNamed(assertion, ns.assertion, "AttributeStatement");
  must(statements.length <= 1, "several AttributeStatements");
  const values: AttributeValues = { known: {} };
  const seen = new Set<string>();
  for (const attribute of statements.flatMap(elementsOf)) {
    must(isNamed(attribute, ns.assertion, "Attribute"), "not an Attribute");
    const full = attribute.getAttribute("Name") ?? "";
    const name = attributeNamed(full);
    must(!seen.has(name ?? full), "an attribute twice");
    seen.add(name ?? full);
    const value = valueOf(attribute);
    if (name !== undefined && value !== "") values.known[name] = value;
    if (full === statusCodeAttribute) values.status = value;
  }
  return values;
};
