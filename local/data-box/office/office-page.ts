import { type Html, html } from "../../html.ts";
import { localPage } from "../../pages.ts";
import type { Box, StoredMessage } from "../message.ts";
import type { Typed } from "./office-form.ts";
import type { OfficeResident } from "./person.ts";
import { sentMessages } from "./sent-messages.ts";
import { variants } from "./variants.ts";

export interface OfficeView {
  readonly recipient: Box;
  readonly residents: readonly OfficeResident[];
  readonly messages: readonly StoredMessage[];
  readonly typed: Typed;
  /** Ids of what was just sent. */
  readonly sent: readonly string[];
  /** Names of wrong fields. */
  readonly wrong: readonly string[];
}

export const officePage = (view: OfficeView): string =>
  localPage({
    title: "Czech POINT – přepážka",
    subtitle: "Play the clerk: send a person's reference data to the provider's data box.",
    body: html`${notice(view)}${form(view)}${sentMessages(view.messages)}`,
  });

function notice({ sent, wrong }: OfficeView): Html {
  if (wrong.length > 0) {
    return html`<div class="message bad" role="alert">
      <p><strong>Odpověď nebyla odeslána.</strong> Opravte prosím: ${wrong.join(", ")}.</p>
    </div>`;
  }
  if (sent.length === 0) return html``;
  return html`<div class="message good" role="status">
    <p>
      <strong>Odesláno.</strong> Číslo zprávy: ${sent.join(", ")}. Poskytovatel si ji vyzvedne při příštím
      čtení schránky.
    </p>
  </div>`;
}

function form({ recipient, residents, typed }: OfficeView): Html {
  return html`<form method="post" action="/office/answers">
    <fieldset>
      <legend>Komu a o kom</legend>
      <p class="hint">
        Příjemce: <strong>${recipient.name}</strong>, IČO ${recipient.ic}, datová schránka ${recipient.id}
      </p>
      <label for="code">Zpráva pro příjemce (identifikační kód)</label>
      <input
        class="code"
        id="code"
        name="code"
        value="${typed["code"]}"
        maxlength="1000"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
      />
      <p class="hint">
        Opište kód z listu, který občan přinesl. <span lang="en">Copy the code from the sheet.</span>
      </p>
      <label for="residentId">Osoba z registru obyvatel</label>
      <select id="residentId" name="residentId">
        ${residents.map((resident) => residentOption(resident, typed["residentId"]))}
        <option value="" ${selected(typed["residentId"] === "")}>– jiná osoba, vypíši ji níže –</option>
      </select>
      ${typedPerson(typed)}
    </fieldset>
    <fieldset>
      <legend>Jak odpověď přijde</legend>
      <div class="choices">
        ${Object.entries(variants).map(([name, [cs, en]]) => variantChoice(name, cs, en, typed["variant"] ?? "as-typed"))}
      </div>
    </fieldset>
    <p><button type="submit">Odeslat odpověď</button></p>
  </form>`;
}

const selected = (is: boolean): Html => (is ? html`selected` : html``);
const checked = (is: boolean): Html => (is ? html`checked` : html``);

const residentOption = (resident: OfficeResident, chosen: string | undefined): Html =>
  html`<option value="${resident.id}" ${selected(resident.id === chosen)}>
    ${resident.firstName} ${resident.lastName}, nar. ${czechDate(resident.birthDate)},
    ${resident.address?.city ?? "bez adresy"} (${resident.purpose})
  </option>`;

const czechDate = (date: string): string => date.split("-").map(Number).toReversed().join(". ");

function typedPerson(typed: Typed): Html {
  const field = (name: string, label: string, type = "text", hint?: string): Html =>
    html`<div>
      <label for="${name}">${label}</label
      ><input
        id="${name}"
        name="${name}"
        type="${type}"
        value="${typed[name]}"
        autocomplete="off"
      />${hint !== undefined && html`<p class="hint">${hint}</p>`}
    </div>`;
  return html`<details ${typed["residentId"] === "" ? html`open` : html``}>
    <summary>
      Jiná osoba <span lang="en" class="hint">(someone else, choose the last line above)</span>
    </summary>
    <div class="pair">
      ${field("firstName", "Jméno")}${field("lastName", "Příjmení")}${field("birthDate", "Datum narození", "date")}
      ${field("citizenship", "Občanství", "text", "Třípísmenný kód; prázdné znamená CZE")}
      ${field("street", "Ulice a číslo")}${field("city", "Obec")}${field("postalCode", "PSČ")}
      ${field("addressPlaceCode", "Kód adresního místa", "text", "RÚIAN; bez něj se adresa neposkytne")}
      <div>
        <label for="documentType">Druh dokladu</label
        ><select id="documentType" name="documentType">
          ${documentKinds.map(([kind, name]) => html`<option value="${kind}" ${selected(typed["documentType"] === kind)}>${name}</option>`)}
        </select>
      </div>
      ${field("documentNumber", "Číslo dokladu")}
    </div>
  </details>`;
}

const documentKinds = [
  ["ID", "Občanský průkaz"],
  ["P", "Cestovní pas"],
  ["IR", "Povolení k pobytu"],
  ["PS", "Pobytová karta"],
  ["VS", "Vízum"],
] as const;

const variantChoice = (name: string, cs: string, en: string, chosen: string): Html =>
  html`<label class="choice"
    ><input type="radio" name="variant" value="${name}" ${checked(name === chosen)} /><span
      >${cs}<small lang="en">${en}</small></span
    ></label
  >`;
