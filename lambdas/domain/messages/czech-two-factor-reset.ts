import { required, type TwoFactorResetLetters } from "./letter.ts";

/** What is said of a two-factor reset. */
export const czechTwoFactorReset: TwoFactorResetLetters = {
  "two-factor-reset-email-pin": (facts) => ({
    subject: "PIN1 pro zrušení dvoufaktorového přihlášení",
    pin: required(facts, "pin"),
    paragraphs: [
      "zadejte PIN1 na stránce, kde dvoufaktorové přihlášení rušíte. Platí 15 minut. Nikomu jej nesdělujte. PIN2 jsme poslali v SMS.",
      "Z účtu tím odeberete všechny bezpečnostní klíče i certifikáty a zrušíte propojení se službami veřejné správy.",
      "Pokud o to nežádáte vy, PIN nikam nezadávejte a hned nám zavolejte: někdo se možná snaží dostat do vašeho účtu. Bez obou PINů a hesla se nic nezmění.",
    ],
  }),
  "two-factor-reset-phone-pin": (facts) => ({
    subject: "PIN2 pro zrušení dvoufaktorového přihlášení",
    pin: required(facts, "pin"),
    paragraphs: [
      "zadejte PIN2 na stránce, kde dvoufaktorové přihlášení rušíte. Platí 15 minut. Nikomu jej nesdělujte.",
      "Pokud o to nežádáte vy, hned nám zavolejte.",
    ],
  }),
  "two-factor-reset-too-soon": () => ({
    subject: "Dvoufaktorové přihlášení teď nejde zrušit",
    paragraphs: [
      "někdo požádal o zrušení dvoufaktorového přihlášení k vašemu účtu. E-mail nebo telefon účtu se ale změnil před méně než 72 hodinami, proto to teď nejde. Nic se nezměnilo.",
      "Zkuste to po uplynutí 72 hodin. Pokud jste o nic nežádali, nebo jste kontakt neměnili, hned nám zavolejte.",
    ],
    action: { label: "Co dělat, když klíč nemám", page: "twoFactorReset" },
  }),
  "two-factor-reset-unneeded": () => ({
    subject: "Váš účet dvoufaktorové přihlášení nemá",
    paragraphs: [
      "někdo požádal o zrušení dvoufaktorového přihlášení k vašemu účtu. V účtu ale žádný bezpečnostní klíč ani certifikát není, přihlásíte se jen heslem. Nic se nezměnilo.",
      "Pokud jste o nic nežádali, nemusíte nic dělat. Účet lépe ochráníte, když si do něj bezpečnostní klíč přidáte.",
    ],
    action: { label: "Přihlásit se", page: "login" },
  }),
  "two-factor-reset": () => ({
    subject: "Dvoufaktorové přihlášení bylo zrušeno",
    paragraphs: [
      "z vašeho účtu jsme odebrali všechny bezpečnostní klíče a certifikáty a ukončili všechna přihlášení. Heslo i ověřené údaje zůstávají.",
      "Účet teď chrání jen heslo. Přihlaste se a přidejte si nový bezpečnostní klíč.",
      "Pokud jste o to nežádali vy, hned nám zavolejte a změňte si heslo: zná ho někdo, kdo čte i váš e-mail a SMS.",
    ],
    action: { label: "Přejít na přihlášení", page: "login" },
  }),
};
