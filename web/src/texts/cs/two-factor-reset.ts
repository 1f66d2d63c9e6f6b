export const twoFactorReset = {
  title: "Nefunguje vám dvoufaktorové přihlášení?",
  removalTitle: "Zrušení dvoufaktorového přihlášení",
  lead: "Ztratili jste bezpečnostní klíč, nebo nefunguje? Dvoufaktorové přihlášení můžete zrušit. Potom se přihlásíte jen heslem a přidáte si nový klíč.",
  otherKey:
    "Máte v účtu ještě jiný klíč? Přihlaste se jím a ztracený odeberte v Nastavení. Ostatní klíče vám zůstanou.",
  lostTitle: "O co tím přijdete",
  lost: [
    "Odebereme všechny bezpečnostní klíče i certifikáty, také ty, které fungují.",
    "Zrušíme propojení se službami veřejné správy. Nové propojení znamená celý postup od začátku, třeba i návštěvu Czech POINT.",
    "Odhlásíme vás na všech zařízeních.",
  ],
  stays: "Heslo, profil i ověřené údaje vám zůstanou.",
  needed:
    "Budete potřebovat heslo, e-mail a telefon, které máte v účtu. Pokud se e-mail nebo telefon změnil před méně než 72 hodinami, zatím k tomu neslouží.",
  sendPins: "Poslat PINy",

  pinsLead:
    "Pokud takový účet existuje, poslali jsme PIN1 na jeho e-mail a PIN2 v SMS na jeho telefon. Platí 15 minut. Až všechno zadáte, odebereme z účtu všechny klíče a certifikáty a zrušíme propojení se službami veřejné správy.",
  emailPin: "PIN1 z e-mailu",
  phonePin: "PIN2 z SMS",
  remove: "Odebrat",
  removing: "Odebíráme…",
  passwordWrong: "Heslo nesouhlasí. Zkontrolujte ho a zkuste to znovu.",
  notArrived:
    "Obvykle dorazí do minuty. Podívejte se i do nevyžádané pošty. Denně posíláme PINy nejvýš pětkrát.",

  removedTitle: "Dvoufaktorové přihlášení je zrušeno",
  removed: "Všechny klíče a certifikáty jsme z účtu odebrali a všechna zařízení odhlásili.",
  linkEnded: "Účet už není propojen se službami veřejné správy.",
  nextTitle: "Co teď",
  next: {
    logIn: "Přihlaste se heslem.",
    addKey: "Přidejte si nový bezpečnostní klíč, raději dva. Do té doby účet chrání jen heslo.",
    link: "Pokud se chcete přihlašovat ke službám veřejné správy, účet s novým klíčem znovu propojte.",
  },
};

export type TwoFactorResetTexts = typeof twoFactorReset;
