import { currentAddressText } from "../current-address.ts";
import { type Html, html } from "../html.ts";
import { localPage } from "../pages.ts";

/** What the service was told of who is logged in. */
export interface Visitor {
  readonly pseudonym: string;
  readonly level: string;
  /** By the last part of each attribute's name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** As the catalogue of government services tells of it. */
export const sampleService = {
  id: "vzorna-lhota",
  name: { cs: "Portál obce Vzorná Lhota", en: "Portal of the village of Vzorná Lhota" },
  description: {
    cs: "Ukázková služba na tomto počítači: vyzkoušejte si přihlášení přes NIA.",
    en: "A sample service on this machine: try to log in with NIA.",
  },
  provider: { cs: "Obec Vzorná Lhota", en: "Village of Vzorná Lhota" },
  leastLevel: "substantial",
} as const;

const page = (subtitle: string, body: Html): string =>
  localPage({ title: sampleService.name.cs, subtitle, body });

export const welcomePage = (message?: { readonly good: boolean; readonly text: string }): string =>
  page(
    "A government service to log in to with NIA.",
    html`${message !== undefined && html`<div class="message ${message.good ? "good" : "bad"}" role="${message.good ? "status" : "alert"}"><p>${message.text}</p></div>`}
      <section>
        <h2>Poplatky, žádosti a hlášení závad</h2>
        <p>Pro vstup se přihlaste svou elektronickou identitou.</p>
        <form method="post" action="/login"><button>Přihlásit se přes NIA</button></form>
      </section>`,
  );

const labels: Readonly<Record<string, string>> = {
  CurrentGivenName: "Jméno",
  CurrentFamilyName: "Příjmení",
  DateOfBirth: "Datum narození",
  CurrentAddress: "Adresa",
  PersonIdentifier: "Identifikátor pro tuto službu",
};

const levels: Readonly<Record<string, string>> = { low: "nízká", substantial: "značná", high: "vysoká" };

export const visitorPage = ({ attributes, level }: Visitor): string =>
  page(
    "Logged in: what NIA told this service.",
    html`<div class="message good" role="status">
        <p>
          Jste přihlášeni:
          <strong>${attributes["CurrentGivenName"]} ${attributes["CurrentFamilyName"]}</strong>.
        </p>
      </div>
      <section>
        <h2>Co o vás víme od NIA</h2>
        <div class="table">
          <table>
            <tbody>
              ${Object.entries(labels).map(([name, label]) => row(label, shown(name, attributes[name])))}
              ${row("Úroveň záruky", levels[level] ?? level)}
            </tbody>
          </table>
        </div>
      </section>
      <form method="post" action="/logout"><button>Odhlásit se</button></form>`,
  );

const row = (label: string, value: string): Html =>
  html`<tr>
    <th scope="row">${label}</th>
    <td>${value}</td>
  </tr>`;

function shown(name: string, value: string | undefined): string {
  if (value === undefined) return "neuvedeno";
  if (name === "DateOfBirth") return value.split("-").map(Number).toReversed().join(". ");
  return name === "CurrentAddress" ? currentAddressText(value) : value;
}
