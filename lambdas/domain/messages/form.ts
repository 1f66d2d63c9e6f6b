import type { Language } from "../account.ts";
import { type Letter, pages } from "./letter.ts";

/** What every message carries, from the settings of the stage. */
export interface Sender {
  /** Origin of the web app without a trailing slash; no message links anywhere else. */
  appOrigin: string;
  provider: string;
  helpdesk: { phones: readonly string[]; email: string };
}

const words: Record<Language, { greeting: (name: string) => string; help: string; never: string }> = {
  cs: {
    greeting: (name) => (name === "" ? "Dobrý den," : `Dobrý den, ${name},`),
    help: "Potřebujete poradit?",
    never: "Na heslo ani PIN se vás nikdy nezeptáme e-mailem ani telefonem.",
  },
  en: {
    greeting: (name) => (name === "" ? "Hello," : `Hello ${name},`),
    help: "Need help?",
    never: "We never ask for your password or PIN by e-mail or phone.",
  },
};

interface Parts {
  greeting: string;
  paragraphs: string[];
  pin: string | undefined;
  action: { label: string; address: string } | undefined;
  footer: string[];
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();

const partsOf = (letter: Letter, language: Language, sender: Sender, username = ""): Parts => {
  const { greeting, help, never } = words[language];
  const { label = "", page = "settings", fragment } = letter.action ?? {};
  const address = sender.appOrigin + pages[page] + (fragment === undefined ? "" : `#${fragment}`);
  return {
    greeting: greeting(letter.anonymous ? "" : oneLine(username)),
    paragraphs: letter.paragraphs.map(oneLine),
    pin: letter.pin,
    action: letter.action && { label, address },
    footer: [
      `${help} ${[...sender.helpdesk.phones, sender.helpdesk.email].join(", ")}`,
      never,
      sender.provider,
    ],
  };
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);

const asText = ({ greeting, paragraphs: [first = "", ...others], pin, action, footer }: Parts): string =>
  [
    greeting,
    first,
    ...(pin === undefined ? [] : [pin]),
    ...others,
    ...(action === undefined ? [] : [`${action.label}:\n${action.address}`]),
    `-- \n${footer.join("\n")}`,
  ].join("\n\n");

const bodyStyle =
  "margin:0;padding:24px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Roboto,Arial,sans-serif";
const pinStyle = "font-size:32px;font-weight:bold;letter-spacing:4px";
const linkStyle =
  "display:inline-block;padding:12px 20px;background:#1d4f91;color:#ffffff;border-radius:4px;text-decoration:none";
const footerStyle =
  "margin-top:32px;padding-top:12px;border-top:1px solid #b9c6d8;color:#4d5560;font-size:14px";

const asHtml = (parts: Parts, subject: string, language: Language): string => {
  const { greeting, pin, action, footer } = parts;
  const [first = "", ...others] = parts.paragraphs;
  const paragraph = (text: string): string => `<p>${escape(text)}</p>`;
  const lines = [
    paragraph(greeting),
    paragraph(first),
    ...(pin === undefined ? [] : [`<p style="${pinStyle}">${escape(pin)}</p>`]),
    ...others.map(paragraph),
    ...(action === undefined
      ? []
      : [`<p><a href="${escape(action.address)}" style="${linkStyle}">${escape(action.label)}</a></p>`]),
  ];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="${bodyStyle}">
<main style="max-width:560px">
<h1 style="font-size:22px;line-height:1.3">${escape(subject)}</h1>
${lines.join("\n")}
</main>
<footer style="max-width:560px;${footerStyle}">${footer.map(escape).join("<br>\n")}</footer>
</body>
</html>
`;
};

/** Gives a letter its form: subject, plain text, and HTML in which every value is escaped. */
export const formLetter = (
  letter: Letter,
  language: Language,
  sender: Sender,
  username?: string,
): { subject: string; text: string; html: string } => {
  const parts = partsOf(letter, language, sender, username);
  return { subject: letter.subject, text: asText(parts), html: asHtml(parts, letter.subject, language) };
};
