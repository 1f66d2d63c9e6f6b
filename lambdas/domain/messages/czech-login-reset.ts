import type { RefusalReason } from "../reset-form.ts";
import { type LoginResetLetters, required } from "./letter.ts";

const reasons: Record<RefusalReason, string> = {
  "identity-not-verified": "z formuláře neplyne, že totožnost žadatele někdo ověřil",
  incomplete: "formulář není vyplněný celý",
  "another-account": "údaje ve formuláři nesouhlasí s tímto účtem",
  forged: "pravost formuláře je sporná",
  repeated: "o téže žádosti jsme už rozhodli",
  withdrawn: "žadatel ji vzal zpět",
};

/** What is said of a login reset by a verified form. */
export const czechLoginReset: LoginResetLetters = {
  "login-reset-registered": () => ({
    subject: "Přišla žádost o obnovu přístupu k vašemu účtu",
    paragraphs: [
      "dostali jsme ověřený formulář se žádostí o obnovu přístupu k vašemu účtu. Posoudí ji ještě druhý pracovník. Pokud ji schválí, odebereme z účtu všechny bezpečnostní klíče, zrušíme propojení s NIA i heslo a odkaz pro nové heslo pošleme na e-mail uvedený ve formuláři.",
      "Formulář jste neposlali? Hned nám zavolejte, žádost zastavíme.",
    ],
    action: { label: "Zkontrolovat účet", page: "settings" },
  }),
  "login-reset-refused": ({ reason = "" }) => {
    const why = Object.entries(reasons).find(([code]) => code === reason)?.[1];
    return {
      subject: "Žádost o obnovu přístupu jsme zamítli",
      paragraphs: [
        `žádost o obnovu přístupu k vašemu účtu jsme zamítli${why === undefined ? "" : `: ${why}`}. V účtu se nic nezměnilo.`,
        "Můžete poslat nový formulář. Pokud jste o obnovu nežádali, nemusíte nic dělat.",
      ],
      action: { label: "Otevřít Nastavení", page: "settings" },
    };
  },
  "login-reset": (facts) => ({
    subject: "Nastavte si nové heslo k účtu",
    paragraphs: [
      "vaši žádost o obnovu přístupu k účtu jsme schválili. Nové heslo si nastavíte na stránce pod odkazem. Odkaz platí 3 dny a jen jednou, nikomu ho neposílejte.",
      "Z účtu jsme odebrali všechny bezpečnostní klíče a skončilo jeho propojení s NIA. Po přihlášení si přidejte nový klíč a zkontrolujte kontakty.",
    ],
    action: { label: "Nastavit nové heslo", page: "newPassword", fragment: required(facts, "link") },
  }),
  "login-was-reset": () => ({
    subject: "Přístup k vašemu účtu byl obnoven podle formuláře",
    paragraphs: [
      "podle ověřeného formuláře jsme obnovili přístup k vašemu účtu. Dosavadní heslo přestalo platit, odebrali jsme všechny bezpečnostní klíče i přihlašovací certifikáty, skončilo propojení s NIA i ověření údajů a všechna přihlášení jsme ukončili. Odkaz pro nové heslo jsme poslali na e-mail uvedený ve formuláři.",
      "Pokud jste formulář neposlali vy, hned nám zavolejte.",
    ],
    action: { label: "Přejít na přihlášení", page: "login" },
  }),
};
