import { createHash } from "node:crypto";
import type { SamlForm } from "../../services/ports/identity-provider.ts";
import type { Answer } from "../render.ts";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (one) => entities[one] ?? "");

const texts = {
  cs: {
    title: "Vracíme vás ke službě",
    lead: "Za okamžik budete pokračovat tam, odkud jste přišli. Pokud se nic neděje, stiskněte tlačítko.",
    go: "Pokračovat",
  },
  en: {
    title: "Taking you back to the service",
    lead: "You go on where you came from in a moment. If nothing happens, press the button.",
    go: "Continue",
  },
} as const;

const script = "document.forms[0].submit()";
const style =
  "body{max-width:36rem;margin:4rem auto;padding:0 1rem;font:1.125rem/1.5 Roboto,Arial,sans-serif;color:#262626}" +
  "button{padding:.75rem 1.5rem;border:0;border-radius:.25rem;font:inherit;font-weight:700;color:#fff;background:#2362a2}" +
  "button:focus{outline:3px solid #2362a2;outline-offset:3px}";

const sourceOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Where the form may go: this address and no other. Neither quotes, spaces nor separators are left in it. */
const targetOf = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replaceAll(/[;,']/gu, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
};

/** A page whose form takes a message to another site by itself, or by its button where scripts are off. */
export const postForm = ({ url, fields }: SamlForm, language: "cs" | "en"): Answer => {
  const { title, lead, go } = texts[language];
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join("");
  const content =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>` +
    `<body><main><h1>${title}</h1><p>${lead}</p><form method="post" action="${escaped(url)}">${inputs}` +
    `<button>${go}</button></form></main><script>${script}</script></body></html>`;
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    `form-action ${targetOf(url)}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return { text: { content, contentSecurityPolicy } };
};
