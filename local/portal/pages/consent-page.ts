import { type Html, html } from "../../html.ts";
import { currentAddressText } from "../../current-address.ts";
import { attributeNamed } from "../answers/attribute-names.ts";
import type { ReleasedAttribute } from "../answers/attributes.ts";
import { czechDate, forWhom, portalPage } from "./parts.ts";

export interface ConsentView {
  readonly loginId: string;
  readonly serviceName: string;
  readonly attributes: readonly ReleasedAttribute[];
}

export const consentPage = (view: ConsentView): string =>
  portalPage(
    "Souhlas s předáním údajů",
    "Consent to handing your data over, or refuse it.",
    html`<form method="post" action="/FPSTS/consent">
      <input type="hidden" name="login" value="${view.loginId}" />
      ${forWhom(view.serviceName)}
      <fieldset>
        <legend>Co služba dostane</legend>
        <div class="table">
          <table>
            <thead>
              <tr>
                <th scope="col">Údaj</th>
                <th scope="col">Hodnota</th>
              </tr>
            </thead>
            <tbody>
              ${inOrder(view.attributes).map(row)}
            </tbody>
          </table>
        </div>
      </fieldset>
      <p class="buttons">
        <button name="consent" value="yes">Souhlasím</button>
        <button name="consent" value="no" class="second">Nesouhlasím</button>
      </p>
    </form>`,
  );

const labels = {
  CurrentGivenName: "Jméno",
  CurrentFamilyName: "Příjmení",
  DateOfBirth: "Datum narození",
  PlaceOfBirth: "Místo narození",
  CurrentAddress: "Adresa pobytu",
  countryCodeOfBirth: "Stát narození",
  eMail: "E-mail",
  age: "Věk",
  isAgeOver: "Věk nad hranicí",
  tradresaid: "Kód adresního místa",
  idtype: "Druh dokladu",
  idnumber: "Číslo dokladu",
  phonenumber: "Telefon",
  PersonIdentifier: "Identifikátor pro tuto službu",
} as const;

const order = Object.keys(labels);
const place = ({ name }: ReleasedAttribute): number => order.indexOf(attributeNamed(name) ?? "");
const inOrder = (attributes: readonly ReleasedAttribute[]): ReleasedAttribute[] =>
  attributes.toSorted((one, other) => place(one) - place(other));

function row({ name, value }: ReleasedAttribute): Html {
  const known = attributeNamed(name);
  return html`<tr>
    <td>${known === undefined ? name : labels[known]}</td>
    <td>${known === undefined ? value : shown(known, value)}</td>
  </tr>`;
}

function shown(name: keyof typeof labels, value: string): string {
  if (name === "DateOfBirth") return czechDate(value);
  if (name === "CurrentAddress") return currentAddressText(value);
  if (name === "tradresaid") return /<adresniMistoKod>(\d+)/u.exec(decoded(value))?.[1] ?? "";
  return value;
}

const decoded = (base64: string): string => Buffer.from(base64, "base64").toString("utf8");
