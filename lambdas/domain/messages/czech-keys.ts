import type { Letters } from "./letter.ts";

const named = (keyName: string | undefined): string => (keyName === undefined ? "" : ` „${keyName}“`);
const toKeys = { label: "Zkontrolovat klíče", page: "settings" } as const;

/** What happens to a key without its owner's doing. */
export const czechKeys = {
  "key-cloned": ({ keyName }) => ({
    subject: "Bezpečnostní klíč jsme vyřadili, může mít kopii",
    paragraphs: [
      `počítadlo vašeho bezpečnostního klíče${named(keyName)} se vrátilo zpět. To se stává, když někdo klíč zkopíroval.`,
      "Klíčem se už nejde přihlásit. Pokud byl propojen s NIA, pozastavili jsme ho i tam. Všechna přihlášení k účtu jsme ukončili.",
      "Přihlaste se jiným klíčem, tento v Nastavení odeberte a změňte si heslo. Pokud jiný klíč nemáte, zavolejte nám.",
    ],
    action: toKeys,
  }),
} satisfies Partial<Letters>;
