import { createHash } from "node:crypto";
import type { Language } from "../../domain/account.ts";
import type { Answer } from "../render.ts";

const style =
  "body{margin:0;font:1.125rem/1.5 Roboto,system-ui,sans-serif;color:#1c1c1c;background:#fff}" +
  "main{max-width:36rem;margin:0 auto;padding:3rem 1.25rem}" +
  "h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}" +
  "button{font:inherit;font-weight:700;color:#fff;background:#2362a2;border:0;border-radius:.25rem;padding:.75rem 1.5rem}" +
  "button:focus-visible{outline:3px solid #1c1c1c;outline-offset:2px}";
const script = "document.forms[0].submit()";

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Where the form may go: this address and no other. What separates sources and directives is escaped in it. */
const targetOf = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replaceAll(/[;,']/gu, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
};

interface FormPage {
  /** Where the form goes. */
  action: string;
  fields: Readonly<Record<string, string>>;
  texts: { title: string; lead: string; button: string };
  language: Language;
}

/** A form of hidden fields for another site, sent by its script or, where there are none, by its button. */
export const formPage = ({ action, fields, texts, language }: FormPage): NonNullable<Answer["text"]> => {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return {
    content: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${texts.title}</h1>
<p>${texts.lead}</p>
<form method="post" action="${escaped(action)}">
${inputs.join("\n")}
<button>${texts.button}</button>
</form>
</main>
<script>${script}</script>
</body>
</html>
`,
    contentSecurityPolicy: [
      "default-src 'none'",
      `style-src ${hash(style)}`,
      `script-src ${hash(script)}`,
      `form-action ${targetOf(action)}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  };
};

/** A page that says one thing, and leads nowhere. */
export const wordPage = (title: string, words: string, language: Language): NonNullable<Answer["text"]> => ({
  content: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${words}</p>
</main>
</body>
</html>
`,
  contentSecurityPolicy: `default-src 'none'; style-src ${hash(style)}; base-uri 'none'; frame-ancestors 'none'`,
});
