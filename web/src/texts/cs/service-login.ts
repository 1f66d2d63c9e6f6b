export const serviceLogin = {
  title: "Přihlášení ke službě veřejné správy",
  loading: "Zjišťujeme, kdo se ptá…",
  asks: (service: string) => `${service} žádá o vaše přihlášení.`,
  asksUnnamed: "Služba veřejné správy žádá o vaše přihlášení.",
  through: "Přihlášení jí předá Národní bod pro identifikaci a autentizaci (NIA).",
  released: "Co předáme",
  attributes: {
    pseudonym: "identifikátor, pod kterým vás zná jen NIA",
    authenticatorId: "označení bezpečnostního klíče, kterým se přihlásíte",
    firstName: "jméno",
    lastName: "příjmení",
    birthDate: "datum narození",
    email: "e-mail",
    phone: "telefon",
  },
  level: "Požadovaná úroveň záruky",
  levels: { low: "nízká", substantial: "značná", high: "vysoká" },
  until: (time: string) => `Přihlášení dokončete do ${time}.`,

  logInTitle: "Přihlaste se",
  logInLead: "Budete potřebovat heslo a bezpečnostní klíč, který je propojený s NIA.",
  certificate: "Přihlášení certifikátem tu nestačí. Přihlaste se heslem a klíčem.",
  readyTitle: "Souhlasíte s předáním?",
  ready: (username: string) => `Jste přihlášeni jako ${username}. Klíč jsme ověřili.`,
  notYou: "Nejste to vy?",
  otherAccount: "Přihlásit se jiným účtem",
  agree: "Přihlásit se ke službě",
  refuse: "Nepředávat údaje",
  cancel: "Zpět ke službě bez přihlášení",

  touchTitle: "Ověřte se klíčem",
  touch: (username: string) => `Jste přihlášeni jako ${username}.`,
  touchAnew: "Služba si žádá nové přihlášení.",
  touchOld: "Potřebujeme čerstvý dotyk klíče, který je propojený s NIA.",
  begin: "Potvrdit heslem a klíčem",

  impossibleTitle: "Tímto účtem se ke službě zatím přihlásit nejde",
  impossible: {
    "not-linked": "Účet není propojený s NIA. Propojte ho a pak v přihlášení pokračujte.",
    "link-suspended": "Propojení účtu s NIA je pozastavené. Zavolejte podpoře, čísla jsou dole na stránce.",
    "no-allowed-key":
      "Žádný z vašich klíčů není propojený s NIA, nebo je jejich propojení pozastavené. Propojte další klíč a pak v přihlášení pokračujte.",
    "another-subject": "Služba čeká někoho jiného, než komu patří tento účet. Přihlaste se jiným účtem.",
    "level-unreachable":
      "Služba žádá úroveň záruky vysoká. Bezpečnostní klíč má úroveň značná, přihlaste se eObčankou.",
  },
  account: (username: string) => `Jste přihlášeni jako ${username}.`,
  toLink: "Propojit účet s NIA",
  toLinkHint:
    "Po propojení vám nabídneme, abyste v přihlášení pokračovali. Když to do čtvrt hodiny nestihnete, začněte u služby znovu.",

  overTitle: "Toto přihlášení už neplatí",
  over: "Bylo dokončeno, nebo trvalo déle než 15 minut. Nic se nepokazilo: vraťte se ke službě a přihlaste se znovu.",
  unknown:
    "V tomto prohlížeči žádné takové přihlášení nezačalo. Vraťte se ke službě a přihlaste se znovu, ve stejném prohlížeči.",
  toServices: "Seznam služeb",

  waiting: (service: string) => `Přihlašovali jste se ke službě ${service}.`,
  waitingUnnamed: "Přihlašovali jste se ke službě veřejné správy.",
  goOn: "Pokračovat v přihlášení",
};
