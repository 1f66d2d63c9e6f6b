import type { ConfirmationPurpose } from "../../../../lambdas/domain/confirmation.ts";

export const confirmation = {
  title: "Potvrďte novým přihlášením",
  lead: {
    "add-key":
      "Přidání bezpečnostního klíče potvrďte heslem a klíčem, který už v účtu máte. U prvního klíče vám místo toho pošleme PIN v SMS.",
    link: "Propojení s NIA potvrďte heslem a dotykem každého vybraného klíče. Potvrzení platí 5 minut.",
    "complete-link":
      "Údaje z registru zobrazíme po potvrzení heslem a bezpečnostním klíčem. Potvrzení platí 5 minut.",
  } satisfies Record<ConfirmationPurpose, string>,
  confirm: "Potvrdit",
  pin: "PIN2 z SMS",
  touch: (name: string, left: number) =>
    `Dotkněte se klíče „${name}“.${left > 1 ? ` Zbývá klíčů: ${left}.` : ""}`,
};
