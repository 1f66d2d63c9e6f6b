import type { Language } from "../../domain/account.ts";

/** The name of the service at the office, in Czech on both pages: it is what the clerk knows it by. */
export const serviceName = "Poskytnutí referenčních údajů z registru obyvatel jiné osobě";

export interface Texts {
  product: string;
  page: string;
  title: string;
  lead: string;
  deadline: string;
  requestTitle: string;
  service: string;
  serviceNote: string;
  scope: string;
  scopeValue: string;
  recipient: string;
  companyNumber: string;
  dataBox: string;
  message: string;
  messageNote: string;
  qr: (code: string) => string;
  stepsTitle: string;
  steps: (deadline: string) => string[];
  map: string;
  checksTitle: string;
  checks: (facts: { code: string; recipient: string; companyNumber: string; dataBoxId: string }) => string[];
  ownerTitle: string;
  username: string;
  contacts: string;
  keys: string;
  warningTitle: string;
  warning: string;
  helpdesk: string;
  createdAt: string;
}

const cs: Texts = {
  product: "Propojení se službami veřejné správy (NIA)",
  page: "Strana 1 ze 2",
  title: "Podklad pro návštěvu Czech POINT",
  lead: "S tímto listem a s platným dokladem totožnosti přijďte na kterékoli pracoviště Czech POINT. Služba je zdarma.",
  deadline: "Přijďte nejpozději",
  requestTitle: "O co u přepážky požádat",
  service: "Služba",
  serviceNote: "Podle § 58a zákona č. 111/2009 Sb., o základních registrech. Bezplatně.",
  scope: "Rozsah",
  scopeValue: "jednorázové poskytnutí",
  recipient: "Příjemce údajů",
  companyNumber: "IČO",
  dataBox: "ID datové schránky",
  message: "Zpráva pro příjemce",
  messageNote: "Prosíme, opište celý kód. Tvoří jej číslice a písmena kromě I, L, O a U.",
  qr: (code) => `QR kód s identifikačním kódem ${code}`,
  stepsTitle: "Jak postupovat",
  steps: (deadline) => [
    `Vyberte si pracoviště a přijďte nejpozději ${deadline}. Vezměte si tento list a platný doklad totožnosti.`,
    "U přepážky ukažte rámeček nahoře. Požádejte, aby byl identifikační kód vyplněn do pole „Zpráva pro příjemce“.",
    "Než žádost podepíšete, přečtěte si, co bylo vytištěno. Pomůže vám seznam vedle.",
    "Až údaje dorazí, pošleme vám e-mail. Může to trvat několik dní. Propojení pak dokončíte v Nastavení.",
  ],
  map: "Mapa pracovišť",
  checksTitle: "Zkontrolujte před podpisem",
  checks: ({ code, recipient, companyNumber, dataBoxId }) => [
    `V poli „Zpráva pro příjemce“ je celý kód\n${code}, znak po znaku.`,
    `Příjemce je ${recipient}, IČO ${companyNumber}.`,
    `ID datové schránky příjemce je ${dataBoxId}.`,
    "Jde o jednorázové poskytnutí.",
    "Vaše jméno, příjmení a datum narození jsou správně.",
  ],
  ownerTitle: "Komu tento list patří",
  username: "Uživatelské jméno",
  contacts: "Kontakty",
  keys: "Klíče k propojení",
  warningTitle: "Na úřad jen se svým vlastním listem",
  warning: "S cizím listem byste své údaje předali k účtu někoho jiného. List nikomu nepůjčujte.",
  helpdesk: "Potřebujete poradit?",
  createdAt: "Vytvořeno",
};

const en: Texts = {
  product: "Link to government services (NIA)",
  page: "Page 2 of 2",
  title: "Your visit to Czech POINT",
  lead: "This page is for you; the Czech page is for the clerk. Take both pages and a valid identity document to any Czech POINT office. The service is free of charge.",
  deadline: "Come by",
  requestTitle: "What to ask for at the counter",
  service: "Service",
  serviceNote: "Provision of reference data from the registry of residents to another person. Free.",
  scope: "Scope",
  scopeValue: "jednorázové poskytnutí (one-time provision)",
  recipient: "Recipient (Příjemce)",
  companyNumber: "IČO",
  dataBox: "ID datové schránky",
  message: "Message for the recipient (Zpráva pro příjemce)",
  messageNote: "The whole code is needed. It is made of digits and of letters other than I, L, O and U.",
  qr: (code) => `QR code with the identification code ${code}`,
  stepsTitle: "What to do",
  steps: (deadline) => [
    `Choose an office and come by ${deadline}. Take this sheet and a valid identity document with you.`,
    "Show the clerk the box on the Czech page. Ask for the identification code to be put into “Zpráva pro příjemce”.",
    "Before you sign the request, read what was printed. The list beside helps you.",
    "Once the data have arrived, we send you an e-mail. It may take a few days. Then finish linking in Settings.",
  ],
  map: "Map of offices",
  checksTitle: "Check before you sign",
  checks: ({ code, recipient, companyNumber, dataBoxId }) => [
    `“Zpráva pro příjemce” has the whole code\n${code}, character by character.`,
    `The recipient is ${recipient}, IČO ${companyNumber}.`,
    `The data box ID (ID datové schránky) is ${dataBoxId}.`,
    "It is a one-time provision (jednorázové poskytnutí).",
    "Your first name, last name and birth date are right.",
  ],
  ownerTitle: "Whose sheet this is",
  username: "Username",
  contacts: "Contacts",
  keys: "Keys to be linked",
  warningTitle: "Take only your own sheet",
  warning:
    "With another person's sheet you would hand your data over to their account. Lend yours to nobody.",
  helpdesk: "Need help?",
  createdAt: "Created",
};

export const texts: Record<Language, Texts> = { cs, en };
