import { type AccessLetters, required } from "./letter.ts";

const notYou = "Pokud jste to nebyli vy, hned nám zavolejte.";
const ignore = "Pokud o změnu nežádáte, zprávu smažte. Bez PINu se nic nezmění.";

/** Contacts, the password, and ways back for whoever can't log in. */
export const czechAccess: AccessLetters = {
  "contact-pin": (facts) => ({
    subject: "PIN pro ověření nového kontaktu",
    anonymous: true,
    pin: required(facts, "pin"),
    paragraphs: ["zadejte PIN na stránce, kde si kontakt měníte. Nikomu jej nesdělujte.", ignore],
  }),
  "email-taken": () => ({
    subject: "S tímto e-mailem už účet máte",
    paragraphs: [
      "někdo chtěl váš e-mail nastavit v jiném účtu. Patří už k vašemu účtu, proto se nic nezměnilo.",
      "Pokud jste to byli vy, použijte jiný e-mail, nebo jej nejdřív změňte v tomto účtu. Pokud ne, nemusíte nic dělat.",
    ],
    action: { label: "Otevřít Kontakty", page: "contacts" },
  }),
  "email-changed": ({ contact }) => ({
    subject: "E-mail vašeho účtu byl změněn",
    paragraphs: [
      contact === undefined
        ? "e-mail vašeho účtu byl změněn. Na tuto adresu už nic posílat nebudeme."
        : `e-mail vašeho účtu byl změněn na ${contact}. Na tuto adresu už nic posílat nebudeme.`,
      notYou,
    ],
    action: { label: "Zkontrolovat kontakty", page: "contacts" },
  }),
  "phone-changed": ({ contact }) => ({
    subject: "Telefon vašeho účtu byl změněn",
    paragraphs: [
      contact === undefined
        ? "telefon vašeho účtu byl změněn."
        : `telefon vašeho účtu byl změněn na číslo ${contact}.`,
      notYou,
    ],
    action: { label: "Zkontrolovat kontakty", page: "contacts" },
  }),
  "phone-shared": () => ({
    subject: "Váš telefon má i jiný účet",
    paragraphs: [
      "vaše telefonní číslo bylo právě ověřeno i u jiného účtu. Kód z SMS přitom zadal někdo, kdo má váš telefon v ruce.",
      "Pokud číslo sdílíte třeba s rodinou, nemusíte nic dělat. Jinak si číslo v účtu změňte a zavolejte nám.",
    ],
    action: { label: "Zkontrolovat kontakty", page: "contacts" },
  }),
  "password-changed": () => ({
    subject: "Heslo vašeho účtu bylo změněno",
    paragraphs: ["heslo vašeho účtu bylo změněno a všechna ostatní přihlášení jsme ukončili.", notYou],
    action: { label: "Přejít na přihlášení", page: "login" },
  }),
  "password-reset": (facts) => ({
    subject: "Nastavení nového hesla",
    paragraphs: [
      "nové heslo si nastavíte na stránce pod odkazem. Pošleme vám na ni ještě kód v SMS. Odkaz platí 3 dny a jen jednou.",
      "Pokud o nové heslo nežádáte, zprávu smažte a odkaz nikomu neposílejte. Heslo zůstane, jaké je.",
    ],
    action: { label: "Nastavit nové heslo", page: "resetPassword", fragment: required(facts, "link") },
  }),
  "password-reset-too-soon": () => ({
    subject: "Nové heslo teď nejde nastavit",
    paragraphs: [
      "někdo požádal o nové heslo k vašemu účtu. E-mail nebo telefon účtu se ale změnil před méně než 72 hodinami, proto je obnova hesla dočasně vypnutá.",
      "Zkuste to po uplynutí 72 hodin. Pokud spěcháte, nebo jste kontakt neměnili, zavolejte nám.",
    ],
    action: { label: "Zapomenuté heslo", page: "forgotPassword" },
  }),
  "reset-pin": (facts) => ({
    subject: "Kód pro nastavení nového hesla",
    pin: required(facts, "pin"),
    paragraphs: [
      "zadejte kód na stránce, kde si nastavujete nové heslo. Nikomu jej nesdělujte.",
      "Pokud o nové heslo nežádáte, zavolejte nám.",
    ],
  }),
  "unblock-pin": (facts) => ({
    subject: "PIN k odblokování přihlášení",
    pin: required(facts, "pin"),
    paragraphs: [
      "zadejte PIN na stránce, kde si přihlášení odblokováváte. Nikomu jej nesdělujte.",
      "Pokud o odblokování nežádáte, zprávu smažte. Přihlášení heslem zůstane zablokované.",
    ],
  }),
  "password-unblocked": () => ({
    subject: "Přihlášení heslem je odblokováno",
    paragraphs: ["ke svému účtu se zase můžete přihlásit heslem.", notYou],
    action: { label: "Přejít na přihlášení", page: "login" },
  }),
};
