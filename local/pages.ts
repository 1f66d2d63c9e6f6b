import { type Html, type HtmlValue, html } from "./html.ts";
import { styles } from "./page-styles.ts";

export interface LocalPage {
  readonly lang?: "cs" | "en";
  readonly title: string;
  /** One line under the heading, in the other language. */
  readonly subtitle?: string;
  readonly body: Html;
  /** Wide pages show a list beside its detail. */
  readonly wide?: boolean;
  /** Path of a script of the same server; the page works without it. */
  readonly script?: string;
}

/** A whole page of a local tool: the office, the inbox, the simulator of NIA. */
export function localPage({ lang = "cs", title, subtitle, body, wide = false, script }: LocalPage): string {
  const tag: HtmlValue = script !== undefined && html`<script src="${script}" defer></script>`;
  const page = html`<html lang="${lang}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <style>
        ${styles}
      </style>
      ${tag}
    </head>
    <body>
      <header>
        <p class="badge">
          ${lang === "cs" ? "Simulace, jen na tomto počítači" : "Simulation, on this machine only"}
        </p>
        <h1>${title}</h1>
        ${subtitle !== undefined && html`<p class="subtitle" lang="${lang === "cs" ? "en" : "cs"}">${subtitle}</p>`}
      </header>
      <main class="${wide ? "wide" : "narrow"}">${body}</main>
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

/** Nothing from elsewhere, no inline script; a sandboxed frame for mails. */
export const pageHeaders: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** The same for a page whose forms lead to other origins too. */
export const pageHeadersWithForms = (origins: readonly string[]): Record<string, string> => ({
  ...pageHeaders,
  "content-security-policy": (pageHeaders["content-security-policy"] ?? "").replace(
    "form-action 'self'",
    `form-action 'self' ${origins.join(" ")}`,
  ),
});
