import type { HelpdeskLetters } from "./letter.ts";

/** What the helpdesk does on the phone. */
export const czechHelpdesk: HelpdeskLetters = {
  "call-checked": ({ outcome }) => ({
    subject: "Někdo o vašem účtu volal na podporu",
    paragraphs: [
      outcome === "passed"
        ? "na telefonickou podporu volal někdo, kdo se představil jako vy. Na všechny otázky k vašemu profilu odpověděl správně."
        : "na telefonickou podporu volal někdo, kdo se představil jako vy. Na otázky k vašemu profilu neodpověděl správně, nic jsme mu proto nesdělili ani nezměnili.",
      "Pokud jste volali vy, nemusíte nic dělat. Pokud ne, hned nám zavolejte: propojení s NIA můžeme na místě pozastavit.",
    ],
    action: { label: "Zobrazit historii účtu", page: "activity" },
  }),
  "helpdesk-suspended": () => ({
    subject: "Vaše propojení s NIA je pozastaveno",
    paragraphs: [
      "naše podpora pozastavila propojení vašeho účtu s NIA, aby ho nikdo nemohl zneužít. Ke službám veřejné správy se teď účtem nepřihlásíte. Klíče, heslo i údaje zůstávají.",
      "Až bude vše v pořádku, zavolejte nám. Propojení obnovíme, nebo ho na vaše přání zrušíme.",
    ],
    action: { label: "Otevřít propojení s NIA", page: "nia" },
  }),
  "helpdesk-resumed": () => ({
    subject: "Vaše propojení s NIA je obnoveno",
    paragraphs: [
      "naše podpora zrušila pozastavení propojení vašeho účtu s NIA. Ke službám veřejné správy se zase přihlásíte heslem a propojeným klíčem.",
      "Pokud jste o obnovení nežádali, hned nám zavolejte.",
    ],
    action: { label: "Otevřít propojení s NIA", page: "nia" },
  }),
};
