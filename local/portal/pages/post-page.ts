import { html } from "../../html.ts";
import { portalPage } from "./parts.ts";

export interface PostedMessage {
  readonly destination: string;
  readonly name: "SAMLRequest" | "SAMLResponse";
  /** XML. */
  readonly message: string;
  readonly relayState: string | undefined;
}

/** The page that carries a message to its addressee through the browser: by itself, or by a button without scripts. */
export const postPage = ({ destination, name, message, relayState }: PostedMessage): string =>
  portalPage(
    "Předáváme vás dál",
    "You are being taken back to where you came from.",
    html`<form method="post" action="${destination}" id="carry">
      <input type="hidden" name="${name}" value="${Buffer.from(message).toString("base64")}" />
      ${relayState !== undefined && html`<input type="hidden" name="RelayState" value="${relayState}" />`}
      <p><button>Pokračovat</button></p>
    </form>`,
    "/post.js",
  );

export const postScript = 'document.getElementById("carry").submit();\n';
