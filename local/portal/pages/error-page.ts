import { html } from "../../html.ts";
import { portalPage } from "./parts.ts";

/** The portal's own page, with no way back: nobody is told of the error but the person who reads it (nia-saml.md, A8). */
export const errorPage = (activityId: string): string =>
  portalPage(
    "Požadavek nelze zpracovat",
    "The portal can't process the request, and does not lead back.",
    html`<section>
      <p>Došlo k chybě při zpracování požadavku. Obraťte se na provozovatele služby, ze které přicházíte.</p>
      <p class="hint">Identifikátor události: ${activityId}</p>
    </section>`,
  );

export const loggedOutPage = (): string =>
  portalPage(
    "Jste odhlášeni",
    "You are logged out of the portal.",
    html`<section><p>Vaše přihlášení na portálu národního bodu skončilo.</p></section>`,
  );
