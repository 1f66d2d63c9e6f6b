export const comparison = {
  title: "Porovnání údajů",
  lead: "U každého údaje vidíte, co je ve vašem účtu a co v registru obyvatel. Kde se liší, převezme účet po dokončení údaj z registru.",
  needsLogin: "Údaje z registru zobrazíme po novém přihlášení heslem a bezpečnostním klíčem.",
  continue: "Pokračovat",
  field: "Údaj",
  inAccount: "Ve vašem účtu",
  inRegistry: "V registru obyvatel",
  outcome: "Shoda",
  fields: {
    firstName: "Jméno",
    lastName: "Příjmení",
    birthDate: "Datum narození",
    address: "Adresa trvalého pobytu",
  },
  outcomes: {
    equal: "Shoduje se",
    "case-only": "Liší se jen velikostí písmen, zůstane váš zápis",
    different: "Liší se, převezme se z registru",
  },
  empty: "nevyplněno",
  complete: "Dokončit propojení s NIA",
  completing: "Odesíláme…",
  completeNote:
    "Po propojení se jméno, příjmení, datum narození, adresa a organizace v účtu uzamknou a budou se přebírat z registru.",
  reject: "To nejsem já",
  rejectTitle: "Údaje v tabulce nejsou vaše?",
  rejectText:
    "Nic v účtu nezměníme, ověření skončí a případ předáme našim pracovníkům. Pro propojení bude potřeba nové ověření.",
  rejectConfirm: "Ano, nejsem to já",
  rejectBack: "Zpět k tabulce",
};
