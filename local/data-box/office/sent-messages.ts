import { type Html, html } from "../../html.ts";
import type { StoredMessage } from "../message.ts";

const stateNames: Record<number, string> = {
  4: "čeká ve schránce",
  5: "doručena fikcí",
  6: "doručena přihlášením",
  7: "stažena poskytovatelem",
  9: "obsah smazán",
};

const time = new Intl.DateTimeFormat("cs", {
  timeZone: "Europe/Prague",
  dateStyle: "medium",
  timeStyle: "medium",
});

/** The last twenty messages and how far each has got. */
export function sentMessages(messages: readonly StoredMessage[]): Html {
  if (messages.length === 0) return html``;
  return html`<section>
    <h2>Odeslané zprávy</h2>
    <div class="table" tabindex="0" role="region" aria-label="Odeslané zprávy">
      <table>
        <thead>
          <tr>
            <th>Číslo</th>
            <th>Odesláno</th>
            <th>Věc</th>
            <th>Stav</th>
          </tr>
        </thead>
        <tbody>
          ${messages.slice(0, 20).map(
            (message) =>
              html`<tr>
                <td class="number">${message.id}</td>
                <td>${time.format(message.deliveredAt)}</td>
                <td>${message.annotation}</td>
                <td>${stateNames[message.state]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
