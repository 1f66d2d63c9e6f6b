import { type Html, html } from "../../html.ts";
import type { Resident } from "../../nia/residents.ts";
import type { Means } from "../means.ts";
import { type Level, reaches } from "../saml/names.ts";
import { czechDate, forWhom, levelNames, portalPage } from "./parts.ts";

export interface LoginView {
  readonly loginId: string;
  readonly serviceName: string;
  readonly level: Level;
  readonly means: readonly Means[];
  /** Another identity provider that the portal can ask; absent where there is none. */
  readonly identityProvider: string | undefined;
  readonly residents: readonly Resident[];
  /** What was wrong with the last try. */
  readonly wrong?: string;
  /** What was chosen then. */
  readonly chosen?: { readonly means: string | null; readonly resident: string | null };
}

export const loginPage = (view: LoginView): string =>
  portalPage(
    "Přihlášení přes Národní bod",
    "Log in as an invented person with a means of your choice.",
    html`${notice(view.wrong)}
      <form method="post" action="/FPSTS/login">
        <input type="hidden" name="login" value="${view.loginId}" />
        ${forWhom(view.serviceName)}
        <fieldset>
          <legend>Čím se přihlásíte</legend>
          <p class="hint">
            Služba žádá úroveň záruky ${levelNames[view.level]}${view.level !== "high" && html` nebo vyšší`}.
          </p>
          ${offered(view)}
        </fieldset>
        <fieldset>
          <legend>Kdo jste</legend>
          <label for="resident">Osoba z registru obyvatel</label>
          <select id="resident" name="resident">
            ${view.residents.map((resident) => residentOption(resident, view.chosen?.resident))}
          </select>
          <p class="hint">Rozhoduje jen u prostředků, které nabízí přímo portál.</p>
        </fieldset>
        <p class="buttons">
          <button name="outcome" value="login">Přihlásit se</button>
          <button name="outcome" value="cancel" class="second">Zrušit</button>
          <button name="outcome" value="fail" class="second">Přihlásit se neúspěšně</button>
        </p>
      </form>`,
  );

const notice = (wrong: string | undefined): Html | false =>
  wrong !== undefined && html`<div class="message bad" role="alert"><p>${wrong}</p></div>`;

function offered({ means, level, identityProvider, chosen }: LoginView): Html {
  const enough = means.filter((one) => reaches(one.level, level));
  const [first] = enough;
  const others = means.filter((one) => !enough.includes(one));
  return html`<div class="choices">
    ${enough.map((one) => choice(one.id, one.name, `${one.about}, úroveň ${levelNames[one.level]}`, one.id === (chosen?.means ?? first?.id)))}
    ${identityProvider !== undefined && reaches("substantial", level) && choice("idp", identityProvider, "poskytovatel identity s bezpečnostním klíčem", chosen?.means === "idp")}
    ${others.map(
      ({ name }) =>
        html`<label class="choice"
          ><input type="radio" disabled /><span>${name}<small>nedosahuje žádané úrovně</small></span></label
        >`,
    )}
  </div>`;
}

const choice = (value: string, name: string, about: string, chosen: boolean): Html =>
  html`<label class="choice"
    ><input type="radio" name="means" value="${value}" ${chosen && html`checked`} /><span
      >${name}<small>${about}</small></span
    ></label
  >`;

const residentOption = (
  { id, firstName, lastName, birthDate, address, purpose }: Resident,
  chosen: string | null | undefined,
): Html =>
  html`<option value="${id}" ${id === chosen && html`selected`}>
    ${firstName} ${lastName}, nar. ${czechDate(birthDate)}, ${address.city} (${purpose})
  </option>`;
