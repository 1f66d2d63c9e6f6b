import type { ConfirmationPurpose } from "../../../../lambdas/domain/confirmation.ts";

export const confirmation = {
  title: "Potvrďte novým přihlášením",
  lead: {
    "add-key":
      "Přidání bezpečnostního klíče potvrďte heslem a klíčem, který už v účtu máte. U prvního klíče vám místo toho pošleme PIN v SMS.",
    "add-certificate": "Přidání certifikátu potvrďte heslem a bezpečnostním klíčem. Potvrzení platí 5 minut.",
    "change-email":
      "Změnu e-mailu potvrďte heslem a bezpečnostním klíčem. Pokud klíč nemáte, pošleme vám místo toho PIN na dosavadní e-mail.",
    "change-phone":
      "Změnu telefonu potvrďte heslem a bezpečnostním klíčem. Pokud klíč nemáte, pošleme vám místo toho PIN na dosavadní telefon.",
    "change-password":
      "Změnu hesla potvrďte dosavadním heslem a bezpečnostním klíčem. Pokud klíč nemáte, pošleme vám místo toho PIN v SMS.",
    link: "Propojení s NIA potvrďte heslem a dotykem každého vybraného klíče. Potvrzení platí 5 minut.",
    "complete-link":
      "Údaje z registru zobrazíme po potvrzení heslem a bezpečnostním klíčem. Potvrzení platí 5 minut.",
    export: "Stažení všech údajů potvrďte heslem a bezpečnostním klíčem.",
    "delete-account": "Smazání účtu potvrďte heslem a bezpečnostním klíčem.",
    "remove-key": "Odebrání klíče potvrďte heslem a kterýmkoli svým klíčem, klidně i tím, který odebíráte.",
    "log-in-to-service": "Potvrďte přihlášení heslem a dotykem klíče, který je propojen s NIA.",
    detach: "Odpojení od NIA potvrďte heslem a kterýmkoli svým bezpečnostním klíčem.",
  } satisfies Record<ConfirmationPurpose, string>,
  confirm: "Potvrdit",
  pin: "PIN2 z SMS",
  emailPin: "PIN z e-mailu",
  touch: (name: string) => `Dotkněte se klíče „${name}“.`,
  progress: (touched: number, all: number) =>
    `Dotkněte se postupně každého klíče. Potvrzeno: ${touched} z celkem ${all}.`,
  touched: (name: string) => `${name}: potvrzeno`,
  left: (name: string) => `${name}: zbývá`,
};
