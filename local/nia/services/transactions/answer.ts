import { ns } from "../../xml/names.ts";
import { escapeText } from "../../xml/write.ts";

/** An element of an answer: its name and its text or children. */
export type AnswerChild = readonly [name: string, content: string | readonly AnswerChild[]];

export interface Answer {
  readonly root: string;
  readonly namespace: string;
  readonly children: readonly AnswerChild[];
}

/** The answer as it stands in BodyBase64XML before it is encoded: indented, CRLF, no declaration (nia-soap.md, 7). */
export function renderAnswer({ root, namespace, children }: Answer): string {
  const lines = [
    `<bodies xmlns="${ns.submission}">`,
    `  <Body Id="0" xmlns="${ns.govtalk}">`,
    `    <${root} xmlns="${namespace}" xmlns:xsd="${ns.schema}" xmlns:xsi="${ns.schemaInstance}">`,
    ...children.flatMap((child) => renderChild(child, "      ")),
    `    </${root}>`,
    `  </Body>`,
    `</bodies>`,
  ];
  return lines.join("\r\n");
}

function renderChild([name, content]: AnswerChild, indent: string): string[] {
  if (content.length === 0) return [`${indent}<${name} />`];
  if (typeof content === "string") return [`${indent}<${name}>${escapeText(content)}</${name}>`];
  return [
    `${indent}<${name}>`,
    ...content.flatMap((child) => renderChild(child, `${indent}  `)),
    `${indent}</${name}>`,
  ];
}
