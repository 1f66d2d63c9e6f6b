import { NiaRefused } from "../../../domain/errors.ts";
import { escapeText } from "../../xml/escape.ts";

const refuse = (name: string, why: string): never => {
  throw new NiaRefused(`${name} ${why}: not sent`);
};

const escaped = (name: string, value: string): string => {
  try {
    return escapeText(value);
  } catch {
    return refuse(name, "holds a character that XML cannot");
  }
};

/** An element with a value that the schema takes as it is. */
export const plain = (name: string, value: string | boolean): string =>
  `<n:${name}>${escaped(name, String(value))}</n:${name}>`;

/** NIA's NonEmpty: no space at either end and no line break within. Throws `NiaRefused` where nothing is left of it. */
export const nonEmpty = (name: string, value: string, maxLength = Number.POSITIVE_INFINITY): string => {
  const text = value.trim().replace(/[\r\n]+/g, " ");
  if (!text) return refuse(name, "is empty");
  // the schema counts characters, not UTF-16 units
  if ([...text].length > maxLength) return refuse(name, `is longer than ${maxLength}`);
  return plain(name, text);
};

/** The root. Its children come in the schema's order, which is fixed (nia-soap.md, 8). */
export const payload = (name: string, namespace: string, ...children: string[]): string =>
  `<n:${name} xmlns:n="${namespace}">${children.join("")}</n:${name}>`;

export const MAX_BSI = 256;
