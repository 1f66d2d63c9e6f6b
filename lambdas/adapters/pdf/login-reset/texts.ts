import type { Address } from "../../../domain/person.ts";
import type { LoginResetForm } from "../../../services/ports/document.ts";

/** Names of the fields, as a program that reads the filled form finds them, with what stands above each. */
export const labels = {
  username: "Uživatelské jméno nebo e-mail účtu",
  firstName: "Jméno",
  lastName: "Příjmení",
  birthDate: "Datum narození",
  street: "Ulice a číslo domu",
  city: "Obec",
  postalCode: "PSČ",
  email: "E-mail, na který pošleme odkaz k novému heslu",
  phone: "Telefon",
  reason: "Proč se nemůžete přihlásit (nepovinné)",
  place: "V",
  date: "Dne",
} as const;

const lineOf = ({ street, postalCode, city }: Address): string => {
  const code = postalCode.replace(/^(\d{3})(\d{2})$/u, "$1\u00a0$2");
  return `${street}, ${code} ${city}`;
};

/** The abbreviation of a legal form stays on one line. */
const addressOf = ({ provider: { name, address } }: LoginResetForm): string =>
  `${name.replaceAll(/(?<=\b\p{L}\.) /gu, "\u00a0")}, ${lineOf(address)}`;

export const title = "Žádost o obnovu přihlášení";

export const texts = {
  header: "Obnova přihlášení ověřeným formulářem",
  lead: "Použijte ji, když se k účtu nedostanete jinak. Vyplňte ji na počítači nebo hůlkovým písmem, nechte ověřit, že ji podáváte vy, a doručte nám ji.",
  consequencesTitle: "Co se stane, až žádost vyřídíme",
  consequences:
    "Z účtu odebereme všechny bezpečnostní klíče a certifikáty, zrušíme propojení se službami veřejné správy i validaci a odhlásíme všechna zařízení. Na uvedený e-mail pošleme odkaz k nastavení nového hesla.",
  account: "1. O který účet jde",
  person: "2. Kdo žádá",
  personHint: "Údaje napište tak, jak jsou ve vašem účtu a v dokladu totožnosti.",
  contact: "3. Kam vám pošleme odkaz k novému heslu",
  way: "4. Jak žádost ověříte a doručíte (zvolte jednu možnost)",
  ways: {
    inPerson: {
      label: "Osobně",
      text: (form: LoginResetForm) => `Přijďte s platným dokladem totožnosti: ${addressOf(form)}.`,
    },
    dataBox: {
      label: "Datovou schránkou",
      text: ({ provider }: LoginResetForm) =>
        `Pošlete ji ze své datové schránky fyzické osoby do schránky ${provider.dataBoxId}. Podpis není potřeba.`,
    },
    certifiedSignature: {
      label: "S ověřeným podpisem",
      text: (form: LoginResetForm) =>
        `Podpis si nechte úředně ověřit (Czech POINT, pošta, obecní úřad, notář) a žádost pošlete: ${addressOf(form)}.`,
    },
  },
  declaration: "5. Prohlášení",
  declared:
    "Prohlašuji, že účet je můj a že uvedené údaje jsou pravdivé. Vím, co se s účtem stane, až bude žádost vyřízena.",
  signature: "Podpis",
  office: "Místo pro ověření podpisu, nebo záznam našeho pracovníka",
  helpdesk: "Potřebujete poradit?",
  english: {
    title: "Login reset request: summary in English",
    paragraphs: [
      "This form is in Czech only. Use it where you can get into your account in no other way: it asks us to reset your login.",
      "Once the request is processed, every security key and certificate is removed from the account, its link to government services and its validation end, and every device is logged out. A link to set a new password goes to the e-mail given in section 3.",
      "Fill in: 1. the username or e-mail of the account; 2. your first name (Jméno), last name (Příjmení), birth date (Datum narození) and permanent address: street and number (Ulice a číslo domu), city (Obec), postal code (PSČ), as they are in your account and in your identity document; 3. the e-mail for the link and your phone (Telefon); 4. how you verify and deliver the request; 5. place (V), date (Dne) and signature (Podpis).",
    ],
    ways: (form: LoginResetForm) => [
      `In person (Osobně): bring a valid identity document to ${addressOf(form)}.`,
      `By data box (Datovou schránkou): send it from your own data box of a natural person to the data box ${form.provider.dataBoxId}. No signature is needed.`,
      `With a certified signature (S ověřeným podpisem): have your signature certified at Czech POINT, a post office, a municipal office or by a notary, and send the form to ${addressOf(form)}.`,
    ],
    helpdesk: "Need help?",
  },
} as const;
