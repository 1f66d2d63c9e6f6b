import { type Html, html } from "../../html.ts";
import { localPage } from "../../pages.ts";

export const levelNames = { low: "nízká", substantial: "značná", high: "vysoká" } as const;

/** A page of the portal: Czech, with a line in English for who tries the product out. */
export const portalPage = (title: string, subtitle: string, body: Html): string =>
  localPage({ title, subtitle, body });

/** Where the user is going, shown on every step. */
export const forWhom = (name: string): Html =>
  html`<p class="hint">Přihlašujete se do služby <strong>${name}</strong> přes Národní bod (NIA).</p>`;

export const czechDate = (date: string): string => date.split("-").map(Number).toReversed().join(". ");
