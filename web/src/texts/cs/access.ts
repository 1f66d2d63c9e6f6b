export const access = {
  contactsTitle: "Kontakty",
  contactsLead: "Na tyto kontakty posíláme zprávy a PINy. Změnu potvrdíte novým přihlášením.",
  change: "Změnit",
  email: "E-mail",
  phone: "Telefon",
  changeTitle: { email: "Změna e-mailu", phone: "Změna telefonu" },
  present: { email: "Dosavadní e-mail", phone: "Dosavadní telefon" },
  fresh: { email: "Nový e-mail", phone: "Nový telefon" },
  freshHint: {
    email: "Pošleme na něj PIN. Dokud ho nezadáte, nic se nezmění.",
    phone: "Pošleme na něj SMS s PINem. Dokud ho nezadáte, nic se nezmění. Například 601 234 567.",
  },
  sendPin: "Poslat PIN",
  sendingPin: "Posíláme…",
  pinLead: (contact: string) =>
    `Poslali jsme PIN na ${contact}. Obvykle dorazí do minuty. Platí hodinu. Pokud nepřišel, zkontrolujte, zda je kontakt napsaný správně.`,
  pin: "PIN z nového kontaktu",
  confirmPin: "Potvrdit změnu",
  newPin: "Poslat nový PIN",
  newPinSent: "Nový PIN je na cestě. Předchozí už neplatí.",
  keepOld: "Ponechat dosavadní",
  waiting: { email: "Nový e-mail čeká na PIN.", phone: "Nový telefon čeká na PIN." },
  enterPin: "Zadat PIN",
  changed: { email: "E-mail byl změněn.", phone: "Telefon byl změněn.", again: "E-mail je znovu ověřený." },
  again: "Ověřit znovu",
  againTitle: "Nové ověření e-mailu",
  againLead: (email: string) =>
    `Na ${email} pošleme PIN. Až ho zadáte, budeme na tento e-mail opět posílat všechny zprávy.`,
  againConfirm: "Ověřit e-mail",
  againCancel: "Neověřovat",
  againWaiting: "E-mail čeká na PIN.",
  againNote: "Zprávy na něj opět posíláme.",
  changedNote:
    "Ostatní zařízení jsme odhlásili a na dosavadní kontakt poslali zprávu. Obnovit heslo přes nový kontakt půjde až za 72 hodin.",

  changePassword: "Změnit heslo",
  newPassword: "Nové heslo",
  savePassword: "Uložit nové heslo",
  saving: "Ukládáme…",
  passwordEnds: "Po změně hesla odhlásíme všechna ostatní zařízení.",

  forgotTitle: "Zapomenuté heslo",
  forgotLead:
    "Napište své uživatelské jméno nebo e-mail. Pošleme vám odkaz, pod kterým si nastavíte nové heslo. Potřebujete k tomu telefon, a pokud máte v účtu bezpečnostní klíč, i ten.",
  forgotSubmit: "Poslat odkaz",
  forgotDoneTitle: "Podívejte se do e-mailu",
  forgotDone:
    "Pokud takový účet existuje, poslali jsme na jeho e-mail odkaz. Platí 3 dny. Obvykle dorazí do minuty, podívejte se i do nevyžádané pošty. Denně posíláme nejvýš 5 odkazů.",
  backToLogin: "Zpět na přihlášení",

  resetTitle: "Nastavení nového hesla",
  resetLead: "Nejdřív vám pošleme kód v SMS na telefon, který máte v účtu.",
  sendCode: "Poslat kód",
  codeLead: (phone: string) => `Poslali jsme kód na číslo ${phone}. Obvykle dorazí do minuty.`,
  code: "Kód z SMS",
  newCode: "Poslat nový kód",
  keyLead: "K účtu patří bezpečnostní klíč. Nové heslo potvrďte jeho dotykem.",
  askAgain: "Požádat o nový odkaz",
  noFormLink: "Odkaz není úplný. Otevřete jej znovu z e-mailu, který vám přišel po schválení formuláře.",
  formLead:
    "Vaši žádost o obnovu přístupu jsme schválili. Zvolte si nové heslo. Po přihlášení si přidejte bezpečnostní klíč a zkontrolujte kontakty.",
  noLink: "Odkaz není úplný. Otevřete jej znovu z e-mailu, nebo požádejte o nový.",

  unblockTitle: "Odblokování přihlášení",
  unblockLead:
    "Po šesti chybných heslech za sebou přihlášení heslem zablokujeme. Odblokujete jej PINem, který pošleme na e-mail účtu.",
  unblockPinLead:
    "Pokud takový účet existuje a je zablokovaný, poslali jsme na jeho e-mail PIN. Platí hodinu. Podívejte se i do nevyžádané pošty.",
  unblockPin: "PIN z e-mailu",
  unblock: "Odblokovat",
  startAgain: "Začít znovu",
};

export type AccessTexts = typeof access;
