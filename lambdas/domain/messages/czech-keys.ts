import type { Letters } from "./letter.ts";

const named = (keyName: string | undefined): string => (keyName === undefined ? "" : ` „${keyName}“`);
const code = (modelName: string | undefined, status: string | undefined): string => {
  const known = [modelName, status].filter((fact) => fact !== undefined);
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
};
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
  "model-disqualified": ({ keyName, modelName, status }) => ({
    subject: "Propojení vašeho klíče s NIA jsme pozastavili",
    paragraphs: [
      `FIDO Alliance označila model vašeho bezpečnostního klíče${named(keyName)} za nedůvěryhodný${code(modelName, status)}.`,
      "Klíč jsme proto v NIA pozastavili. Ke službám veřejné správy se jím teď nepřihlásíte, do účtu ano.",
      "Pořiďte si klíč ze seznamu certifikovaných, přidejte ho do účtu a propojte s NIA. Pokud FIDO Alliance označení zruší, propojení obnovíme sami a napíšeme vám.",
    ],
    action: toKeys,
  }),
  "model-restored": ({ keyName }) => ({
    subject: "Propojení vašeho klíče s NIA je obnoveno",
    paragraphs: [
      `FIDO Alliance už model vašeho bezpečnostního klíče${named(keyName)} za nedůvěryhodný neoznačuje.`,
      "Klíč jsme proto v NIA obnovili. Ke službám veřejné správy se jím zase přihlásíte. Nemusíte nic dělat.",
    ],
    action: toKeys,
  }),
  "key-linkable": ({ keyName }) => ({
    subject: "Váš bezpečnostní klíč už lze propojit s NIA",
    paragraphs: [
      `model vašeho bezpečnostního klíče${named(keyName)} získal certifikaci FIDO, která k propojení s NIA stačí.`,
      "Pokud se chcete přihlašovat ke službám veřejné správy, propojte ho v Nastavení. Jinak nemusíte nic dělat.",
    ],
    action: { label: "Otevřít propojení s NIA", page: "nia" },
  }),
} satisfies Partial<Letters>;
