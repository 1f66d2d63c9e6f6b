export const login = {
  title: "Přihlášení",
  name: "Uživatelské jméno nebo e-mail",
  password: "Heslo",
  submit: "Přihlásit se",
  submitting: "Přihlašujeme…",
  noAccount: "Ještě nemáte účet?",
  needed: "Pro tuto stránku se přihlaste.",
  keyTitle: "Dotkněte se bezpečnostního klíče",
  keyLead:
    "Připojte bezpečnostní klíč a dotkněte se ho. Prohlížeč vás může požádat o PIN klíče, otisk prstu nebo odemčení zařízení.",
  keyWaiting: "Čekáme na bezpečnostní klíč. Máte na to 5 minut.",
  keyCancelled: "Klíč neodpověděl, nebo jste dotek zrušili. Zkuste to znovu.",
  keyUnsupported: "Tento prohlížeč bezpečnostní klíče nepodporuje. Použijte nejnovější Google Chrome.",
  keyRetry: "Zkusit klíč znovu",
  useOther: "Zpět na heslo",
  lostKey: "Ztratili jste klíč? Zavolejte podpoře, čísla jsou dole na stránce.",
};
