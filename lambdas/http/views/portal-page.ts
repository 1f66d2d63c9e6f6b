import { createHash } from "node:crypto";
import type { Language } from "../../domain/account.ts";
import type { PortalMessage } from "../../services/ports/service-provider.ts";
import type { Answer } from "../endpoint.ts";

const texts = {
  cs: {
    title: "Přecházíte na portál NIA",
    lead: "Za okamžik se otevře přihlášení na portálu NIA. Zvolte tam eObčanku a odsouhlaste předání údajů.",
    button: "Pokračovat na portál NIA",
  },
  en: {
    title: "You are going to the NIA portal",
    lead: "The login of the NIA portal will open in a moment. Choose eObčanka there and give your consent to pass on the data.",
    button: "Continue to the NIA portal",
  },
} as const satisfies Record<Language, Record<string, string>>;

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

/** A form of hidden fields for NIA's portal, sent by its script or, where there are none, by its button. */
export const portalPage = (
  { action, fields }: Pick<PortalMessage, "action" | "fields">,
  language: Language,
): NonNullable<Answer["text"]> => {
  const { title, lead, button } = texts[language];
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return {
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
<p>${lead}</p>
<form method="post" action="${escaped(action)}">
${inputs.join("\n")}
<button>${button}</button>
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
      `form-action ${new URL(action).origin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  };
};
