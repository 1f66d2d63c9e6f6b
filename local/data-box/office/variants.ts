import { attachment, letter, OTHER_BOX } from "../letters.ts";
import type { Attachment, Letter } from "../message.ts";
import { type Answer, answerDocument } from "./answer-document.ts";
import { answerPdf } from "./answer-pdf.ts";

/** How an answer may come, right and wrong. */
export const variants = {
  "as-typed": ["Tak jak je napsáno", "As typed"],
  "typing-error": ["S překlepem v kódu", "One character of the code is wrong"],
  "without-code": ["Bez kódu", "The message for the recipient stays empty"],
  twice: ["Dvakrát po sobě", "The same answer in two messages"],
  permanent: ["Trvalé poskytování", "Later changes are announced too"],
  "xml-element": ["XML jako prvek, PDF s typem „pdf“", "dmXMLContent, and `pdf` as MIME type"],
  "without-xml": ["Jen PDF, bez XML", "Only the PDF for a person"],
  malformed: ["Poškozené XML", "The XML ends in the middle"],
  "other-sender": ["Z jiné datové schránky", "Sent from a box that nobody allowed"],
  unsealed: ["Bez elektronické pečeti", "Not sealed at all"],
  "foreign-seal": ["S cizí pečetí", "Sealed under a root that is not pinned"],
  tampered: ["Změněné po zapečetění", "Changed after sealing"],
} as const satisfies Record<string, readonly [cs: string, en: string]>;

export type Variant = keyof typeof variants;

const seals: Partial<Record<Variant, Letter["seal"]>> = {
  unsealed: "none",
  "foreign-seal": "foreign",
  tampered: "tampered",
};

/** The letters that a variant of an answer comes as. */
export function answerLetters(variant: Variant, answer: Answer): Letter[] {
  const one = letter({
    senderRefNumber: answer.reference,
    files: files(variant, {
      ...answer,
      message: messageOf(variant, answer.message),
      permanent: answer.permanent || variant === "permanent",
    }),
    seal: seals[variant] ?? "valid",
    ...(variant === "other-sender" ? { senderBoxId: OTHER_BOX } : {}),
  });
  return variant === "twice" ? [one, one] : [one];
}

function messageOf(variant: Variant, typed: string): string {
  if (variant === "without-code") return "";
  return variant === "typing-error" ? withTypingError(typed) : typed;
}

/** Another letter or digit in place of the third one, as a finger on the next key makes it. */
export function withTypingError(typed: string): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let count = 0;
  return typed.replace(/[0-9A-Z]/gi, (char) => {
    count += 1;
    if (count !== 3) return char;
    return alphabet[(alphabet.indexOf(char.toUpperCase()) + 1) % alphabet.length] ?? char;
  });
}

function files(variant: Variant, answer: Answer): Attachment[] {
  const element = variant === "xml-element";
  const pdf = attachment(
    "Poskytnutí údajů.pdf",
    element ? "pdf" : "application/pdf",
    "main",
    answerPdf(answer.reference),
  );
  if (variant === "without-xml") return [pdf];
  const document = answerDocument(answer);
  const xml = variant === "malformed" ? document.slice(0, document.indexOf("</Osoba>")) : document;
  return [pdf, { ...attachment("poskytnuti-udaju.xml", "text/xml", "enclosure", xml), asElement: element }];
}
