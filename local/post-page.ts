import { html } from "./html.ts";
import { localPage } from "./pages.ts";

/** A form that carries something to another address through the browser. */
export interface CarriedForm {
  readonly destination: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Path of the script that the page asks its server for. */
export const postScriptPath = "/post.js";
export const postScript = 'document.getElementById("carry").submit();\n';

/** The page that posts the form by itself, or by a button without scripts. */
export const postPage = ({ destination, fields }: CarriedForm): string =>
  localPage({
    title: "Předáváme vás dál",
    subtitle: "You are being taken to where you are going.",
    body: html`<form method="post" action="${destination}" id="carry">
      ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <p><button>Pokračovat</button></p>
    </form>`,
    script: postScriptPath,
  });
