export const settings = {
  title: "Nastavení",
  set: "Nastavit",
  open: "Otevřít",
  profile: "Profil",
  profileText: "Jméno, adresa, kontakty a údaje o organizaci.",
  validation: "Validace",
  validated: (source: string, day: string) =>
    `Údaje jsou ověřené podle registru obyvatel: ${source}, ${day}.`,
  sources: { "czech-point": "Czech POINT", eobcanka: "eObčanka" },
  followsRegistry: "Jméno, datum narození a trvalou adresu udržujeme aktuální podle registru.",
  followedRegistry: (day: string) =>
    `Jméno, datum narození a trvalou adresu udržujeme aktuální podle registru. Naposledy je změnil ${day}.`,
  addressUnknown:
    "Registr obyvatel o vás vede jinou trvalou adresu, kterou zatím neumíme zapsat. Naši pracovníci to zjišťují.",
  notValidated: "Údaje v účtu zatím nejsou ověřené.",
  finishValidation: "Dokončit validaci pro NIA a propojit účet",
  twoFactor: "Dvoufaktorové přihlašování",
  securityKey: "Bezpečnostní klíč",
  keys: (count: number) =>
    count === 0 ? "Zatím nemáte žádný bezpečnostní klíč." : `Počet bezpečnostních klíčů: ${count}.`,
  oneKey: "Doporučujeme přidat druhý klíč jako zálohu.",
  nia: "Propojení se službami veřejné správy (NIA)",
  niaStates: {
    none: "Účet není propojen.",
    linked: "Účet je propojen.",
    suspended: "Propojení je pozastaveno.",
    "awaiting-registry-data": "Čekáme na údaje z Czech POINTu.",
    "under-review": "Údaje kontrolují naši pracovníci.",
    "awaiting-completion": "Údaje z registru přišly, dokončete propojení.",
    completing: "Propojení právě probíhá.",
  },
  linkedMessage: "Propojení s NIA bylo dokončeno",

  profileTitle: "Profil",
  locked: "Uzamčeno: údaj přebíráme z registru obyvatel, protože je účet propojen s NIA.",
  lockedOrganization: "Uzamčeno: propojení s NIA je jen pro fyzické osoby nepodnikající.",
  validationLost: "Změnou jména, data narození nebo adresy účet přijde o validaci.",
  contacts: "Ověřené kontakty",
  contactsHint:
    "Pokud potřebujete e-mail nebo telefon změnit, zavolejte podpoře. Čísla jsou dole na stránce.",
  language: "Jazyk e-mailů a SMS",
  email: "E-mail",
  phone: "Telefon",
  activityCard: "Přihlášení, změny, klíče, propojení s NIA a zásahy podpory.",
};
