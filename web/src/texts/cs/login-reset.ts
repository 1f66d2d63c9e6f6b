export const loginReset = {
  title: "Obnova přihlášení ověřeným formulářem",
  lead: "Použijte ji, když se k účtu nedostanete jinak: třeba když nemáte ani e-mail, telefon nebo heslo, které v účtu jsou.",
  easier: "Rychlejší cesty:",
  forgot: "Zapomněli jste heslo?",
  noKey: "Nefunguje vám dvoufaktorové přihlášení?",
  lostTitle: "O co tím přijdete",
  lost: [
    "Odebereme všechny bezpečnostní klíče i certifikáty.",
    "Zrušíme propojení se službami veřejné správy i validaci účtu. Nové propojení znamená celý postup od začátku, třeba i návštěvu Czech POINT.",
    "Dosavadní heslo přestane platit a odhlásíme vás na všech zařízeních.",
  ],
  formTitle: "1. Vyplňte formulář",
  form: "Žádost o obnovu přihlášení můžete vyplnit na počítači, nebo ji vytisknout a vyplnit rukou.",
  download: "Stáhnout formulář (PDF)",
  sendTitle: "2. Nechte jej ověřit a doručte nám jej",
  send: "Potřebujeme vědět, že o obnovu žádáte opravdu vy. Zvolte jeden způsob:",
  ways: {
    inPerson: {
      title: "Osobně",
      text: (address: string) => `Přijďte k nám s platným dokladem totožnosti: ${address}.`,
    },
    dataBox: {
      title: "Datovou schránkou",
      text: (id: string) =>
        `Pošlete jej ze své datové schránky fyzické osoby do naší datové schránky ${id}. Podpis není potřeba.`,
    },
    certifiedSignature: {
      title: "S ověřeným podpisem",
      text: (address: string) =>
        `Podpis na vytištěném formuláři si nechte úředně ověřit, třeba na Czech POINT, na poště, obecním úřadě nebo u notáře. Formulář pošlete poštou: ${address}.`,
    },
  },
  nextTitle: "3. Co bude dál",
  next: [
    "Žádost posoudí jeden náš pracovník a schválí druhý.",
    "Na e-mail, který ve formuláři uvedete, pošleme odkaz k nastavení nového hesla.",
    "Přihlásíte se novým heslem a přidáte si bezpečnostní klíč.",
  ],
};

export type LoginResetTexts = typeof loginReset;
