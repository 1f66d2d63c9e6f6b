export const unlinking = {
  remove: "Odebrat",
  removeTitle: (name: string) => `Odebrat klíč „${name}“?`,
  removeConfirm: "Ano, odebrat klíč",
  removeBack: "Ponechat klíč",
  removeLead: "Klíčem se už do účtu nepřihlásíte. Ostatní přihlášená zařízení odhlásíme.",
  lastKey:
    "Je to váš jediný klíč. Do účtu se pak přihlásíte jen heslem a účet bude hůř chráněný. Nejdřív si raději přidejte jiný klíč.",
  linkedKey: "Klíč je propojený s NIA: jeho propojení ukončíme. Ostatní propojené klíče zůstanou propojené.",
  lastLinkedKey:
    "Je to poslední klíč propojený s NIA, proto skončí i propojení účtu. Ke službám veřejné správy se účtem nepřihlásíte. Nové propojení znamená celý postup znovu, včetně návštěvy Czech POINT.",
  stays: "Heslo a ověřené údaje vám zůstanou.",
  onlyKeyOfVerification:
    "Rozpracované ověření pro NIA je jen pro tento klíč: zrušíme ho a jeho kód přestane platit.",
  oneKeyOfVerification:
    "Rozpracované ověření pro NIA bude pokračovat se zbývajícími klíči. Vytištěný podklad platí dál.",
  keyOfCompletion:
    "Klíč se právě zapisuje do NIA: zápis vrátíme zpět. Zbývající klíče budete moci propojit znovu, bez další návštěvy Czech POINT.",
  removed: (name: string) => `Klíč „${name}“ je odebraný.`,
  linkEnded: "Tím skončilo i propojení účtu s NIA.",
  verification: {
    "goes-on": "Rozpracované ověření pro NIA pokračuje se zbývajícími klíči.",
    cancelled: "Rozpracované ověření pro NIA je zrušené.",
    undoing: "Rozběhnuté propojení s NIA vracíme zpět. Výsledek vám napíšeme.",
  },

  detach: "Odpojit od NIA",
  detachTitle: "Odpojit účet od NIA?",
  detachLoses: [
    "Ke službám veřejné správy se účtem nepřihlásíte.",
    "Všechny propojené klíče v NIA ukončíme. V účtu zůstanou a dál chrání přihlášení.",
    "Nové propojení znamená celý postup znovu, včetně návštěvy Czech POINT.",
  ],
  detachStays: "Heslo, klíče i ověřené údaje vám zůstanou. Údaje v profilu budete moci opět měnit.",
  detachVerification: "Zrušíme i rozpracované ověření pro NIA.",
  detachConfirm: "Ano, odpojit",
  detachBack: "Zůstat propojen",
  detached: "Účet je odpojený od NIA.",

  linkedKeys: "Klíče a NIA",
  waits: "NIA to ještě nepotvrdila, oznamujeme jí to.",
  waitsForNia:
    "NIA ještě nepotvrdila poslední změnu klíčů. Oznamujeme jí ji, dokud neodpoví; nemusíte nic dělat.",
};
